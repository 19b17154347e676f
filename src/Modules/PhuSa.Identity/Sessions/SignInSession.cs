namespace PhuSa.Identity.Sessions;

/// <summary>How a person proved who they are.</summary>
internal enum SignInMethod
{
    Password,
    PasswordAndCode,
    Passkey,
    OneTimeCode,
    SingleSignOn,

    /// <summary>A provider that counts said that it checked two factors.</summary>
    SingleSignOnTwoFactors,
}

/// <summary>
/// One browser in which a person is signed in. The cookie carries only its id: ending it here ends it there, on every instance.
/// All times are UTC.
/// </summary>
internal sealed class SignInSession
{
    public const int DeviceMaxLength = 200;

    private SignInSession()
    {
    }

    public SignInSession(Guid id, Guid personId, SignInMethod method, string device, string? address, DateTime now, TimeSpan lasts)
    {
        Id = id;
        PersonId = personId;
        Method = method;
        Device = device.Length > DeviceMaxLength ? device[..DeviceMaxLength] : device;
        Address = address;
        StartedAt = now;
        SeenAt = now;
        ProvedAt = now;
        EndsAt = now + lasts;
    }

    public Guid Id { get; private init; }

    public Guid PersonId { get; private init; }

    /// <summary>For which organisation they act; null until they chose.</summary>
    public Guid? AppointmentId { get; private set; }

    public SignInMethod Method { get; private init; }

    /// <summary>What the browser calls itself.</summary>
    public string Device { get; private init; } = "";

    public string? Address { get; private init; }

    public DateTime StartedAt { get; private init; }

    public DateTime SeenAt { get; private set; }

    /// <summary>When the person last proved in this session who they are: at sign-in, at unlocking, or asked anew before their ways to sign in change.</summary>
    public DateTime? ProvedAt { get; private set; }

    public DateTime EndsAt { get; private init; }

    public DateTime? EndedAt { get; private set; }

    /// <summary>Asked for the password again: after idle minutes, or by hand.</summary>
    public bool Locked { get; private set; }

    /// <summary>Wrong answers since it was locked; at the fifth it ends.</summary>
    public int UnlockFailures { get; private set; }

    public bool IsOpen(DateTime now) => EndedAt is null && now < EndsAt;

    public void ActAs(Guid appointmentId) => AppointmentId = appointmentId;

    public void Seen(DateTime now) => SeenAt = now;

    public void Lock() => Locked = true;

    public void Unlock(DateTime now)
    {
        Locked = false;
        SeenAt = now;
    }

    /// <param name="at">When the provider saw the person, which may have been long before the sign-in here.</param>
    public void Proved(DateTime at) => ProvedAt = at;

    public void End(DateTime now) => EndedAt ??= now;
}
