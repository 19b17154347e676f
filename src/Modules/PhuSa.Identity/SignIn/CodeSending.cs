using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PhuSa.Identity.Factors;
using PhuSa.Identity.People;
using PhuSa.Platform.Data;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Notices;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Rules;
using PhuSa.Platform.Web;

namespace PhuSa.Identity.SignIn;

/// <summary>
/// Sends codes that people asked for. The page only leaves the number here, so that its answer takes the same time for a number
/// that is known and one that is not.
/// </summary>
internal sealed partial class CodeSending(IServiceScopeFactory scopes, ILogger<CodeSending> log) : BackgroundService
{
    private const int MostWaiting = 1000;
    private readonly Channel<AskedCode> _asked = Channel.CreateBounded<AskedCode>(new BoundedChannelOptions(MostWaiting) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <param name="phone">As typed.</param>
    public void Ask(string phone, string host) => _asked.Writer.TryWrite(new AskedCode(phone, host));

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var asked in _asked.Reader.ReadAllAsync(stoppingToken))
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await scope.ServiceProvider.GetRequiredService<CodeSender>().SendAsync(asked.Phone, asked.Host, stoppingToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                NotSent(log, failure);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A sign-in code could not be sent.")]
    private static partial void NotSent(ILogger log, Exception failure);

    private sealed record AskedCode(string Phone, string Host);
}

/// <summary>Sends one code through the first channel that takes it.</summary>
internal sealed class CodeSender(AppDbContext db, OneTimeCodes codes, SecondFactors factors, IEnumerable<IMessageChannel> channels, Acting acting, Texts text)
{
    public bool IsPossible => CodeWays.Of(channels).Any();

    public async Task SendAsync(string phone, string host, CancellationToken cancellationToken)
    {
        if (!PhoneNumber.TryRead(phone, out var kept)
            || await db.Set<Person>().SingleOrDefaultAsync(p => p.PhoneNumber == kept, cancellationToken) is not { MaySignIn: true } person
            || (await factors.OfAsync(person, cancellationToken)).Obliged
            || !await codes.MaySendAsync(person.Id, cancellationToken))
        {
            return;
        }

        var by = new Actor(person.Name, "xin mã đăng nhập");
        acting.AsPerson(by, new ActingPerson(person.Id, OrganisationId: null, Address: null));
        var code = await codes.IssueAsync(person.Id, OneTimeCodeUse.Sent, by, cancellationToken);
        MessageNotSentException? last = null;
        foreach (var channel in CodeWays.Of(channels))
        {
            if (CodeWays.AddressOf(person, channel) is not { } to)
            {
                continue;
            }

            try
            {
                await channel.SendAsync(Message(to, code, host, person.Language), cancellationToken);
                return;
            }
            catch (MessageNotSentException failure)
            {
                last = failure;
            }
        }

        if (last is not null)
        {
            throw last;
        }
    }

    private OutgoingMessage Message(string to, string code, string host, string language) => CodeWays.In(language, () => new OutgoingMessage(
        to,
        text["Mã đăng nhập của bạn"],
        text["Mã đăng nhập {0}: {1}. Mã dùng một lần, hết hạn sau {2} phút. Nhập tại {3}. Đừng đọc mã cho bất kỳ ai.", host, code, OneTimeCodes.SentLasts.TotalMinutes, host + PersonalPlaces.SignIn + "/ma"]));
}
