using Microsoft.AspNetCore.Http;
using PhuSa.Platform.Journal;

namespace PhuSa.Platform.Rights;

/// <summary>Whatever a signed-in person's request changes is recorded as theirs.</summary>
public sealed class ActingOnRequest(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context, ISignedIn signedIn, Acting acting)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(signedIn);
        ArgumentNullException.ThrowIfNull(acting);
        if (signedIn.Person is { } person)
        {
            acting.AsPerson(person.AsActor(), new ActingPerson(person.PersonId, person.OrganisationId, context.Connection.RemoteIpAddress?.ToString()));
        }

        return next(context);
    }
}
