using PhuSa.Identity.People;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Notices;
using PhuSa.Platform.Rules;
using PhuSa.Platform.Web;

namespace PhuSa.Identity.SignIn;

/// <summary>An officer hands a person a code: on paper, or through a channel that is configured and by which the person can be reached.</summary>
internal sealed class CodeHandover(OneTimeCodes codes, IEnumerable<IMessageChannel> channels, Acting acting, Texts text)
{
    private Actor By => acting.By ?? throw new InvalidOperationException("Nobody acts.");

    /// <summary>By what this person can be reached now; none where nothing is configured.</summary>
    public IReadOnlyList<string> WaysTo(Person person) =>
        [.. CodeWays.Of(channels).Where(channel => CodeWays.AddressOf(person, channel) is not null).Select(channel => channel.Code)];

    /// <returns>The code to be printed, this once.</returns>
    public Task<string> PrintAsync(Person person, CancellationToken cancellationToken) =>
        codes.IssueAsync(person.Id, OneTimeCodeUse.Printed, By, cancellationToken);

    /// <exception cref="RefusedException">The other side did not take the message.</exception>
    public async Task SendAsync(Person person, string way, string signInAt, CancellationToken cancellationToken)
    {
        var channel = channels.First(channel => channel.IsConfigured && channel.Code == way);
        var code = await codes.IssueAsync(person.Id, OneTimeCodeUse.Sent, By, cancellationToken);
        try
        {
            await channel.SendAsync(Message(CodeWays.AddressOf(person, channel)!, code, signInAt, person.Language), cancellationToken);
        }
        catch (MessageNotSentException)
        {
            throw new RefusedException("Không gửi được tin nhắn lúc này. Hãy in mã, hoặc thử lại sau.");
        }
    }

    private OutgoingMessage Message(string to, string code, string signInAt, string language) => CodeWays.In(language, () => new OutgoingMessage(
        to,
        text["Mã đăng nhập của bạn"],
        text["Mã đăng nhập: {0}. Nhập mã tại {1}. Mã dùng một lần, hết hạn sau {2} phút. Đừng đọc mã cho bất kỳ ai.", code, signInAt, OneTimeCodes.SentLasts.TotalMinutes]));
}
