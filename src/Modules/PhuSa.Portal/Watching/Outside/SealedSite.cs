using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using PhuSa.Platform.Web.Seals;
using PhuSa.Portal.Contracts;
using PhuSa.Portal.Watching.Seals;

namespace PhuSa.Portal.Watching.Outside;

/// <summary>What claims to be signed is not: somebody else answers in the product's place.</summary>
internal sealed class FalseSealException(string address) : Exception
{
    public string Address => address;
}

/// <summary>Asks the product, through whatever stands before it, what it answers and what it has published; believes only what is signed.</summary>
internal sealed class SealedSite(Fetcher fetcher)
{
    private KeyTrust? _trust;
    private bool _isNamed;

    public string? Key => _trust?.Newest;

    /// <exception cref="FalseSealException">None of the keys is one that is believed.</exception>
    public async Task MeetAsync(string? knownKey, CancellationToken cancellationToken)
    {
        var answer = await AskAsync(SealEndpoints.Keys, cancellationToken);
        var shown = Read<List<PublicKeyFact>>(answer, SealEndpoints.Keys);
        if (shown.Count == 0)
        {
            throw new NotFetchedException("Trang chưa đăng bài nào nên chưa có khoá ký");
        }

        _trust = KeyTrust.Of(shown, knownKey);
        if (_trust.Newest is null)
        {
            throw new FalseSealException(SealEndpoints.Keys);
        }
    }

    /// <summary>Once the hosts of the sites are known: where this one is among them, a seal of another of them is none of ours.</summary>
    public void IsAmong(IEnumerable<string> hosts) => _isNamed = hosts.Contains(fetcher.Site.Host, StringComparer.OrdinalIgnoreCase);

    /// <param name="path">Root-relative; with the mark of the print view where that is meant.</param>
    public async Task<AnswerSeal> SealAsync(string path, string? language, bool withText, CancellationToken cancellationToken)
    {
        var nonce = Nonce();
        var address = $"{SealAddress.Seal}?{SealAddress.PathKey}={Uri.EscapeDataString(path)}&{SealAddress.NonceKey}={nonce}{(language is null ? "" : $"&{SealAddress.LanguageKey}={language}")}{(withText ? $"&{SealAddress.TextKey}=1" : "")}";
        var facts = await SignedAsync<AnswerFacts>(address, AnswerFacts.Kind, nonce, cancellationToken);
        var isOurs = facts.Seal.Path == path && facts.Seal.Language == language && (!_isNamed || new HostString(facts.Seal.Host).Host.Equals(fetcher.Site.Host, StringComparison.OrdinalIgnoreCase));
        return isOurs ? facts.Seal : throw new FalseSealException(address);
    }

    public Task<ListFacts> ListAsync(long from, CancellationToken cancellationToken)
    {
        var nonce = Nonce();
        var address = string.Create(CultureInfo.InvariantCulture, $"{SealEndpoints.List}?{SealEndpoints.FromKey}={from}&{SealAddress.NonceKey}={nonce}");
        return SignedAsync<ListFacts>(address, ListFacts.Kind, nonce, cancellationToken);
    }

    /// <summary>Follows the list from what was remembered to its end.</summary>
    /// <returns>The number at which it is broken; null where it is whole.</returns>
    public async Task<(long? Broken, ListFacts Facts)> FollowAsync(WatchMemory memory, CancellationToken cancellationToken)
    {
        var facts = await ListAsync(Math.Max(1, memory.HeadNumber), cancellationToken);
        var first = facts;
        var (number, link) = memory.HeadNumber > 0 ? (memory.HeadNumber - 1, (string?)null) : (0L, SealChain.Nothing);
        if (memory.HeadNumber > 0 && (facts.Seals is not [var remembered, ..] || remembered.Number != memory.HeadNumber || remembered.Link != memory.HeadLink))
        {
            return (memory.HeadNumber, first);
        }

        while (facts.Seals.Count > 0)
        {
            foreach (var seal in facts.Seals)
            {
                number++;
                var fits = seal.Number == number && (link is null || seal.Link == PublicationSeal.LinkOf(link, number, seal.Line, seal.Signature)) && IsSigned(seal);
                if (!fits)
                {
                    return (number, first);
                }

                link = seal.Link;
                if (number == first.HeadNumber)
                {
                    return (link == first.HeadLink ? null : number, first);
                }
            }

            facts = await ListAsync(number + 1, cancellationToken);
        }

        return (number == first.HeadNumber ? null : number + 1, first);
    }

    private bool IsSigned(SealFact seal) => !_trust!.Knows(seal.Key) || _trust.Believes(seal.Key, System.Text.Encoding.UTF8.GetBytes(seal.Line), seal.Signature);

    private static string Nonce() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    private async Task<T> SignedAsync<T>(string address, string kind, string nonce, CancellationToken cancellationToken)
        where T : SignedFacts
    {
        var envelope = Read<Envelope>(await AskAsync(address, cancellationToken), address);
        return _trust!.Believes(envelope.Key, envelope.Payload, envelope.Signature) && envelope.Read<T>() is { } facts && facts.For == kind && facts.Nonce == nonce
            ? facts
            : throw new FalseSealException(address);
    }

    private async Task<Fetched> AskAsync(string address, CancellationToken cancellationToken)
    {
        var answer = await fetcher.GetAsync(address, Reader.Desktop, cancellationToken);
        return answer.Status == 200 ? answer : throw new NotFetchedException($"{address.Split('?')[0]}: trả lời {answer.Status} thay cho dấu đã ký");
    }

    private static T Read<T>(Fetched answer, string address)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize<T>(answer.Body, Envelope.Json) ?? throw new FalseSealException(address);
        }
        catch (JsonException)
        {
            throw new FalseSealException(address);
        }
    }
}
