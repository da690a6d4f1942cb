using Backoffice.Coordination.V1;
using Backoffice.Platform.Contracts;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;

namespace Backoffice.Coordination.People;

internal sealed partial class PersonService
{
    public override async Task<CreatePersonResponse> CreatePerson(CreatePersonRequest request, ServerCallContext context)
    {
        var stop = context.CancellationToken;
        await using var turn = await db.BeginTurnAsync(context);
        var person = new Person { Name = NewName.Of("people", request.PersonId) };
        if (await db.People.AnyAsync(p => p.Name == person.Name, stop))
            throw CoordinationErrors.NameTaken(person.Name);
        Person.Mask.ApplyAll(request.Person, person);
        await CheckAsync(person, stop);

        db.People.Add(person);
        return await publisher.CommitAsync(turn, person.Name, new CreatePersonResponse { Person = person.ToProto() });
    }
}
