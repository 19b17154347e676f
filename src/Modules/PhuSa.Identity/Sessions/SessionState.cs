using PhuSa.Identity.People;
using PhuSa.Platform.Rights;

namespace PhuSa.Identity.Sessions;

/// <summary>What has to be done before anything else in this session.</summary>
internal enum Detour
{
    None,

    /// <summary>Idle for too long, or locked by hand.</summary>
    Unlock,

    /// <summary>The password was set by somebody else, or an administrator's is too old.</summary>
    ChangePassword,

    /// <summary>The person has not agreed to the text in force on how their data are used.</summary>
    Consent,

    /// <summary>The role asks for a second factor and there is none.</summary>
    AddSecondFactor,

    /// <summary>The person acts for several organisations and has not said for which now.</summary>
    ChooseOrganisation,
}

/// <summary>An open session as this request found it. <see cref="SignedIn"/> has rights only where no detour is left.</summary>
/// <param name="ProvedAt">When they last proved in this session who they are (UTC).</param>
internal sealed record SessionState(Guid SessionId, Guid PersonId, SignInMethod Method, Detour Detour, SignedIn SignedIn, bool IsAdministrator, DateTime? ProvedAt);

/// <summary>What a session's request reads of the person.</summary>
internal sealed record SessionPerson(
    SignInSession Session,
    string Name,
    PersonStatus Status,
    bool MustChangePassword,
    DateTime? PasswordSetAt,
    bool TwoFactorEnabled,
    bool HasPasskey,
    int? ConsentAsked,
    int? ConsentGiven)
{
    public bool OwesConsent => ConsentAsked is { } asked && ConsentGiven.GetValueOrDefault() < asked;
}
