using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using PhuSa.Platform.Notices;
using PhuSa.Platform.Rules;
using PhuSa.Platform.Web;

namespace PhuSa.Identity.People;

/// <summary>The addresses a person asked for.</summary>
/// <param name="Stamp">The account's stamp when it was asked: a link serves once.</param>
/// <param name="At">UTC.</param>
internal sealed record NewContact(string? Email, string? Phone, string Stamp, DateTime At);

/// <summary>
/// Changes the e-mail a person signs in with, or takes an address away: asked for with the password, done by a link that was mailed to them. A new
/// telephone number is not proved by a mail (<see cref="PhoneChange"/>).
/// </summary>
internal sealed class ContactChange(UserManager<Person> people, IEnumerable<IMessageChannel> channels, IDataProtectionProvider protection, TimeProvider clock, Texts text)
{
    public const string ConfirmPage = "/tai-khoan/lien-lac/xac-nhan";
    public const string Key = "ma";
    public static readonly TimeSpan Lasts = TimeSpan.FromHours(24);

    private const string Purpose = "PhuSa.NewContact";

    private IMessageChannel? Mail => channels.FirstOrDefault(channel => channel is { Code: "mail", IsConfigured: true });

    /// <summary>Without mail only an administrator changes an address: nobody could prove that it is theirs.</summary>
    public bool CanMail => Mail is not null;

    /// <exception cref="RefusedException">There is no mail, no address to write to, or the mail server did not take it.</exception>
    public async Task AskAsync(Person person, string? email, string? phone, string site, CancellationToken cancellationToken)
    {
        var emailChanges = !string.Equals(email, person.Email, StringComparison.OrdinalIgnoreCase);
        var to = (emailChanges ? email : null) ?? person.Email;
        if (Mail is not { } mail || to is null)
        {
            throw new RefusedException("Chưa gửi được thư xác nhận. Hãy nhờ quản trị viên đổi giúp.");
        }

        var wanted = new NewContact(email, phone, person.SecurityStamp ?? "", clock.GetUtcNow().UtcDateTime);
        var link = $"{site}{ConfirmPage}?{Key}={WebEncoders.Base64UrlEncode(Protector(person.Id).Protect(JsonSerializer.SerializeToUtf8Bytes(wanted)))}";
        try
        {
            await mail.SendAsync(new OutgoingMessage(to, text["Xác nhận thư điện tử, số điện thoại mới"], text["Để xác nhận, hãy mở đường dẫn sau trong vòng 24 giờ: {0} Nếu bạn không yêu cầu, hãy bỏ qua thư này.", link]), cancellationToken);
            if (emailChanges && person.Email is { } old)
            {
                await mail.SendAsync(new OutgoingMessage(old, text["Thư điện tử của tài khoản sắp đổi"], text["Có yêu cầu đổi thư điện tử của tài khoản này. Nếu không phải bạn, hãy đổi mật khẩu và báo quản trị viên."]), cancellationToken);
            }
        }
        catch (MessageNotSentException)
        {
            throw new RefusedException("Chưa gửi được thư xác nhận. Hãy thử lại sau ít phút.");
        }
    }

    /// <returns>Null where the link is another person's, altered, used or too old.</returns>
    public NewContact? Read(Person person, string? link)
    {
        try
        {
            var wanted = JsonSerializer.Deserialize<NewContact>(Protector(person.Id).Unprotect(WebEncoders.Base64UrlDecode(link ?? "")));
            return wanted is not null && wanted.Stamp == person.SecurityStamp && wanted.At + Lasts > clock.GetUtcNow().UtcDateTime && (wanted.Phone is null || wanted.Phone == person.PhoneNumber) ? wanted : null;
        }
        catch (Exception e) when (e is CryptographicException or FormatException or JsonException)
        {
            return null;
        }
    }

    /// <exception cref="RefusedException">Somebody else has the address.</exception>
    public async Task ApplyAsync(Person person, NewContact wanted)
    {
        person.Reach(wanted.Email, wanted.Phone);
        person.EmailConfirmed = wanted.Email is not null;
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
    }

    private IDataProtector Protector(Guid personId) => protection.CreateProtector(Purpose, personId.ToString("N"));
}
