using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using PhuSa.Identity.Factors;
using PhuSa.Identity.SignIn;
using PhuSa.Platform.Data;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Notices;
using PhuSa.Platform.Rules;
using PhuSa.Platform.Web;

namespace PhuSa.Identity.People;

/// <summary>
/// A person's new telephone number: it becomes a name to sign in with once a code proves it theirs. The code goes to the new number where a channel is
/// configured; otherwise an officer who knows the person prints it, as sign-in codes are.
/// </summary>
internal sealed class PhoneChange(
    AppDbContext db,
    UserManager<Person> people,
    IPasswordHasher<Person> hasher,
    PasswordCheck check,
    OneTimeCodes codes,
    IEnumerable<IMessageChannel> channels,
    JournalNotes notes,
    Texts text,
    TimeProvider clock)
{
    /// <summary>Wishes within an hour: each may cost a message to a number that is perhaps somebody else's.</summary>
    public const int MostPerHour = 3;

    /// <summary>How long an officer may still print a code for it.</summary>
    public static readonly TimeSpan Waits = TimeSpan.FromDays(7);

    private static readonly string[] Order = ["sms", "zalo"];

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private IMessageChannel? Channel => channels.Where(channel => channel.IsConfigured && Order.Contains(channel.Code)).MinBy(channel => Array.IndexOf(Order, channel.Code));

    public bool CanSend => Channel is not null;

    /// <returns>What the person has asked for and not proved yet; null where there is nothing, or it was too long ago.</returns>
    public async Task<NewPhone?> WaitingAsync(Guid personId, CancellationToken cancellationToken)
    {
        var since = Now - Waits;
        return await db.Set<NewPhone>().Where(p => p.PersonId == personId).OrderByDescending(p => p.Number).FirstOrDefaultAsync(cancellationToken) is { EndedAt: null } newest && newest.AskedAt > since
            ? newest
            : null;
    }

    /// <param name="phone">In E.164 form.</param>
    /// <exception cref="RefusedException">Too many within an hour, two at once, or the message was not taken.</exception>
    public async Task AskAsync(Person person, string phone, CancellationToken cancellationToken)
    {
        var now = Now;
        var anHourAgo = now.AddHours(-1);
        if (await db.Set<NewPhone>().CountAsync(p => p.PersonId == person.Id && p.AskedAt > anHourAgo, cancellationToken) >= MostPerHour)
        {
            throw new RefusedException("Bạn đã xin đổi số điện thoại {0} lần trong một giờ. Hãy thử lại sau.", MostPerHour);
        }

        var number = await db.Set<NewPhone>().Where(p => p.PersonId == person.Id).MaxAsync(p => (int?)p.Number, cancellationToken) ?? 0;
        var wanted = new NewPhone(Guid.CreateVersion7(clock.GetUtcNow()), person.Id, number + 1, phone, now);
        var code = CanSend ? Coded(person, wanted, OneTimeCodes.SentLasts) : null;
        db.Add(wanted);
        notes.Add("identity_people", person.Id, person.JournalTitle, "NewPhoneAsked");
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException lost) when (lost is not DbUpdateConcurrencyException)
        {
            throw new RefusedException("Vừa có một yêu cầu đổi số khác của bạn. Hãy thử lại.");
        }

        if (code is not null)
        {
            await SendAsync(phone, code, cancellationToken);
        }
    }

    /// <summary>An officer has the person before them.</summary>
    /// <returns>The code to be printed, this once.</returns>
    public async Task<string> PrintAsync(Person person, NewPhone wanted, CancellationToken cancellationToken)
    {
        if (!person.MaySignIn)
        {
            throw new RefusedException("Tài khoản đang bị khoá nên không cấp được mã.");
        }

        var code = Coded(person, wanted, OneTimeCodes.PrintedLasts);
        notes.Add("identity_people", person.Id, person.JournalTitle, "NewPhoneCodeIssued");
        await db.SaveChangesAsync(cancellationToken);
        return code;
    }

    /// <summary>Attempts count like those at the door. The right code makes the number the person's and ends every code that went to the old one.</summary>
    /// <returns>False where the code is wrong, used, replaced or too old.</returns>
    /// <exception cref="RefusedException">Somebody else has the number.</exception>
    public async Task<bool> ConfirmAsync(Person person, string typed, CancellationToken cancellationToken)
    {
        if (await WaitingAsync(person.Id, cancellationToken) is not { } wanted
            || !await check.IsCodeOfAsync(person, () => IsRightAsync(person, wanted, typed, cancellationToken), cancellationToken, clears: false))
        {
            return false;
        }

        person.Reach(person.Email, wanted.Phone);
        person.PhoneNumberConfirmed = true;
        try
        {
            var changed = await people.UpdateSecurityStampAsync(person);
            if (!changed.Succeeded)
            {
                throw new DbUpdateConcurrencyException();
            }
        }
        catch (DbUpdateException e) when (e is not DbUpdateConcurrencyException)
        {
            throw new RefusedException("Thư điện tử hoặc số điện thoại này đã có người dùng.");
        }

        await codes.EndAllAsync(person.Id, cancellationToken);
        return true;
    }

    private async Task<bool> IsRightAsync(Person person, NewPhone wanted, string typed, CancellationToken cancellationToken)
    {
        var now = Now;
        return wanted.Hash.Length > 0 && wanted.ExpiresAt > now
            && hasher.VerifyHashedPassword(person, wanted.Hash, TypedCode.Read(typed)) != PasswordVerificationResult.Failed
            // In one statement: a code serves once, and not after a newer one took its place.
            && await db.Set<NewPhone>().Where(p => p.Id == wanted.Id && p.EndedAt == null && p.Hash == wanted.Hash)
                .ExecuteUpdateAsync(set => set.SetProperty(p => p.EndedAt, now), cancellationToken) == 1;
    }

    private string Coded(Person person, NewPhone wanted, TimeSpan lasts)
    {
        var code = TypedCode.New(OneTimeCodes.Length);
        wanted.Code(hasher.HashPassword(person, code), Now + lasts);
        return TypedCode.Written(code);
    }

    private async Task SendAsync(string phone, string code, CancellationToken cancellationToken)
    {
        try
        {
            await Channel!.SendAsync(new OutgoingMessage(phone, text["Mã xác nhận số điện thoại mới"], text["Mã xác nhận số điện thoại mới của bạn: {0}. Mã dùng một lần, hết hạn sau {1} phút. Đừng đọc mã cho bất kỳ ai.", code, OneTimeCodes.SentLasts.TotalMinutes]), cancellationToken);
        }
        catch (MessageNotSentException)
        {
            throw new RefusedException("Không gửi được tin nhắn lúc này. Hãy nhờ cán bộ in mã, hoặc thử lại sau.");
        }
    }
}
