using Backoffice.Coordination.V1;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;

namespace Backoffice.Coordination.People;

internal sealed partial class PersonService
{
    public override async Task<UpdatePersonResponse> UpdatePerson(UpdatePersonRequest request, ServerCallContext context)
    {
        var stop = context.CancellationToken;
        await using var turn = await db.BeginTurnAsync(context);
        var person = await db.People.Include(p => p.Holdings).SingleOrDefaultAsync(p => p.Name == request.Person.Name, stop)
            ?? throw CoordinationErrors.PersonNotFound(request.Person.Name);
        person.ExpectEtag(request.Person.Etag, person.Name);
        Person.Mask.Apply(request.UpdateMask, request.Person, person);
        person.Touch();
        await CheckAsync(person, stop);

        return await publisher.CommitAsync(turn, person.Name, new UpdatePersonResponse { Person = person.ToProto() });
    }
}
