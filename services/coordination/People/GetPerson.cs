using Backoffice.Coordination.V1;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;

namespace Backoffice.Coordination.People;

internal sealed partial class PersonService
{
    public override async Task<GetPersonResponse> GetPerson(GetPersonRequest request, ServerCallContext context)
    {
        var person = await db.People.AsNoTracking().Include(p => p.Holdings).SingleOrDefaultAsync(p => p.Name == request.Name, context.CancellationToken)
            ?? throw CoordinationErrors.PersonNotFound(request.Name);
        return new GetPersonResponse { Person = person.ToProto() };
    }
}
