using Microsoft.AspNetCore.Identity;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Rules;
using PhuSa.Vietnamese;

namespace PhuSa.Identity.People;

/// <summary>Somebody who may sign in, by e-mail or by phone. What they may do comes from their appointments.</summary>
internal sealed class Person : IdentityUser<Guid>, IMoving, IJournaled
{
    public const int NameMaxLength = 120;
    public const int EmailMaxLength = 200;
    public const int PhoneMaxLength = 20;

    public const string ErasedName = "Người đã xoá dữ liệu";

    private readonly List<Step> _steps = [];

    private Person()
    {
    }

    /// <param name="email">Null where they sign in by phone only.</param>
    /// <param name="phone">In E.164 form, +84912345678; null where they sign in by e-mail only.</param>
    public Person(Guid id, string name, string? email, string? phone, Actor by, DateTime now)
    {
        Id = id;
        // ASP.NET Core Identity wants a unique name; people here are known by e-mail or phone, and both may change.
        UserName = id.ToString("N");
        Name = name;
        Email = email;
        PhoneNumber = phone;
        LockoutEnabled = true;
        CreatedAt = now;
        ActiveSince = now;
        Index();
        _steps.Add(new Step(Aggregate<PersonStatus, PersonAction>.Recorded, from: null, nameof(PersonStatus.Active), by, now, why: null, paperId: null, _steps));
    }

    public string Name { get; private set; } = "";

    /// <summary>vi or en.</summary>
    public string Language { get; private set; } = "vi";

    public PersonStatus Status { get; private set; }

    public int Version { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime CreatedAt { get; private init; }

    public DateTime? LastSignInAt { get; private set; }

    /// <summary>From when idle days are counted where nobody has signed in since (UTC).</summary>
    public DateTime ActiveSince { get; private set; }

    /// <summary>When an administrator last looked whether the account and its roles are still needed (UTC).</summary>
    public DateTime? ReviewedAt { get; private set; }

    /// <summary>For which of their appointments they acted last: where their next session begins.</summary>
    public Guid? ActsAsId { get; private set; }

    /// <summary>Name, e-mail and phone, folded: lower case without marks.</summary>
    public string SearchText { get; private set; } = "";

    /// <summary>Its plain order is the Vietnamese order of given names, then of the rest, on every database.</summary>
    public string NameOrder { get; private set; } = "";

    /// <summary>The password was set by somebody else and serves once.</summary>
    public bool MustChangePassword { get; private set; }

    /// <summary>When the present password was set (UTC).</summary>
    public DateTime? PasswordSetAt { get; private set; }

    /// <summary>The last step of an authenticator app whose code was taken: no code serves twice.</summary>
    public long? LastCodeStep { get; private init; }

    public IReadOnlyList<Step> Steps => _steps;

    public string JournalTitle => Status == PersonStatus.Erased ? ErasedName : Id.ToString("N");

    public bool MaySignIn => Status == PersonStatus.Active;

    public void Rename(string name)
    {
        Name = name;
        Index();
    }

    /// <summary>By what they sign in and are reached; at least one of the two.</summary>
    /// <param name="phone">In E.164 form.</param>
    public void Reach(string? email, string? phone)
    {
        if (email is null && phone is null)
        {
            throw new RefusedException("Nhập thư điện tử hoặc số điện thoại.");
        }

        Email = email;
        PhoneNumber = phone;
        Index();
    }

    public void Speak(string language) => Language = language == "en" ? "en" : "vi";

    public void SignedIn(DateTime now) => LastSignInAt = now;

    public void PasswordSet(DateTime now, bool byThemselves)
    {
        PasswordSetAt = now;
        MustChangePassword = !byThemselves;
    }

    public void Disable(string why, Actor by, DateTime now) => Move(PersonAction.Disable, by, now, why);

    public void Enable(string? why, Actor by, DateTime now)
    {
        Move(PersonAction.Enable, by, now, why);
        ActiveSince = now;
    }

    /// <summary>Nothing is left that says who it was; the row stays for the records that name it by id.</summary>
    public void Erase(string why, Actor by, DateTime now)
    {
        Move(PersonAction.Erase, by, now, why);
        Name = ErasedName;
        Email = null;
        NormalizedEmail = null;
        EmailConfirmed = false;
        PhoneNumber = null;
        PhoneNumberConfirmed = false;
        PasswordHash = null;
        PasswordSetAt = null;
        TwoFactorEnabled = false;
        SecurityStamp = Guid.CreateVersion7(new DateTimeOffset(now)).ToString("N");
        Index();
    }

    /// <summary>The yearly look at the account (TCVN 14423:2026): still needed, roles still right.</summary>
    public void Review(Actor by, DateTime now)
    {
        Move(PersonAction.Review, by, now, why: null);
        ReviewedAt = now;
    }

    /// <summary>Somebody else sets a password that serves once.</summary>
    public void ResetPassword(string passwordHash, string why, Actor by, DateTime now)
    {
        Move(PersonAction.ResetPassword, by, now, why);
        PasswordHash = passwordHash;
        SecurityStamp = Guid.CreateVersion7(new DateTimeOffset(now)).ToString("N");
        AccessFailedCount = 0;
        LockoutEnd = null;
        PasswordSet(now, byThemselves: false);
    }

    private void Index()
    {
        var phone = PhoneNumber is null ? "" : $"{PhoneNumber} {People.PhoneNumber.Digits(PhoneNumber)}";
        SearchText = PhuSa.Vietnamese.SearchText.Fold($"{Name} {Email} {phone}");
        NameOrder = VietnameseOrder.GivenNameSortKey(Name);
    }

    private void Move(PersonAction action, Actor by, DateTime now, string? why)
    {
        var to = PersonFlow.Table.Next(Status, action)
            ?? throw new RefusedException("Không thực hiện được bước này khi tài khoản đang ở trạng thái “{0}”.", PersonFlow.Table[Status].PublicName);
        _steps.Add(new Step(action.ToString(), Status.ToString(), to.ToString(), by, now, why, paperId: null, _steps));
        Status = to;
    }
}
