using System.Text;
using PhuSa.Platform.Web.Seals;
using PhuSa.Portal.Contracts;
using PhuSa.Portal.Feeds;

namespace PhuSa.Portal.Watching.Outside;

/// <summary>One look at a whole site.</summary>
internal sealed class Look(Fetcher fetcher, WatchManners manners, WatchMemory memory, TimeProvider clock)
{
    private const int MostParts = 50;

    /// <summary>Whoever stands in between can make up as many as they like.</summary>
    private const int MostFindings = 500;
    private readonly SealedSite _site = new(fetcher);
    private readonly List<Finding> _findings = [];
    private readonly List<string> _problems = [];
    private readonly HashSet<string> _checked = new(StringComparer.Ordinal);
    private readonly HashSet<string> _files = new(StringComparer.Ordinal);
    private Welcome _welcome = new([], [], []);
    private int _pages;
    private int _looked;

    public async Task<WatchReport> RunAsync(IReadOnlyCollection<string> also, CancellationToken cancellationToken)
    {
        var started = clock.GetUtcNow().UtcDateTime;
        var kept = memory;
        if (await TryAsync(SiteWalk.Map, () => _site.MeetAsync(memory.Key, cancellationToken)))
        {
            kept = await ListAsync(cancellationToken);
            var walk = SiteWalk.Of(await MapAsync(cancellationToken), manners, memory.Turn, also);
            kept = kept with { Turn = walk.TurnAfter(await EachAsync(walk.Pages, started, path => PageAsync(path, cancellationToken))) };
            await EachAsync([.. _files.Append("/robots.txt")], started, path => FileAsync(path, cancellationToken));
        }

        var found = _findings.Distinct().ToList();

        // What there was no room to tell stays as it is known: nothing is said to be right again there.
        var untold = found.Skip(MostFindings).Select(finding => finding.Address).ToHashSet(StringComparer.Ordinal);
        _checked.RemoveWhere(path => untold.Contains(Whole(path)));
        return new WatchReport(fetcher.Site, started, clock.GetUtcNow().UtcDateTime, _pages, _looked, [.. _checked], [.. found.Take(MostFindings)], _problems, kept);
    }

    /// <summary>Whoever answers each question as slowly as they may must not keep the watcher for ever.</summary>
    /// <returns>How many were come to.</returns>
    private async Task<int> EachAsync(IReadOnlyList<string> paths, DateTime started, Func<string, Task> look)
    {
        for (var at = 0; at < paths.Count; at++)
        {
            if (clock.GetUtcNow().UtcDateTime - started > manners.Longest)
            {
                _problems.Add($"{paths.Count - at} chỗ chưa xem vì đã quá {manners.Longest.TotalMinutes:0} phút");
                return at;
            }

            await TryAsync(paths[at], () => look(paths[at]));
        }

        return paths.Count;
    }

    /// <returns>False where it could not be looked at.</returns>
    private async Task<bool> TryAsync(string path, Func<Task> look)
    {
        try
        {
            await look();
            return true;
        }
        catch (NotFetchedException e)
        {
            _problems.Add(e.Message);
        }
        catch (FalseSealException e)
        {
            _checked.Add(path);
            _findings.Add(new Finding(FindingKind.SealFalse, Whole(path), e.Address.Split('?')[0]));
        }

        return false;
    }

    private async Task<WatchMemory> ListAsync(CancellationToken cancellationToken)
    {
        var kept = memory with { Key = _site.Key };
        await TryAsync("/", async () =>
        {
            var (broken, facts) = await _site.FollowAsync(memory, cancellationToken);
            _checked.Add(Seals.SealEndpoints.List);
            fetcher.Quiet = facts.Quiet;
            _welcome = WelcomeOf(facts);
            _site.IsAmong(facts.Hosts);
            if (broken is { } number)
            {
                _findings.Add(new Finding(FindingKind.ListBroken, Whole(Seals.SealEndpoints.List), number.ToString(System.Globalization.CultureInfo.InvariantCulture)));
            }
            else
            {
                kept = kept with { HeadNumber = facts.HeadNumber, HeadLink = facts.HeadNumber == 0 ? null : facts.HeadLink };
            }
        });
        return kept;
    }

    private async Task<IReadOnlyList<MapEntry>> MapAsync(CancellationToken cancellationToken)
    {
        var entries = new List<MapEntry>();
        var parts = new Queue<string>([SiteWalk.Map]);
        for (var read = 0; read < MostParts && parts.TryDequeue(out var part); read++)
        {
            await TryAsync(part, async () =>
            {
                var file = await FileAsync(part, cancellationToken);
                if (file is null || SiteWalk.Read(file.Body, _welcome.IsOwn) is not { } map)
                {
                    throw new NotFetchedException($"{part}: không phải là sơ đồ trang");
                }

                entries.AddRange(map.Entries);
                map.Parts.ToList().ForEach(parts.Enqueue);
                _findings.AddRange(map.Foreign.Select(address => new Finding(FindingKind.ForeignLink, Whole(part), address)));
            });
        }

        return entries;
    }

    private async Task PageAsync(string path, CancellationToken cancellationToken)
    {
        var (answers, missed) = await AnswersAsync(path, cancellationToken);

        var seal = await _site.SealAsync(path, Reader.Desktop.Language, withText: false, cancellationToken);
        _pages++;
        foreach (var (reader, answer) in answers)
        {
            await CompareAsync(path, path, reader, answer, seal, cancellationToken);
        }

        if (missed is not null)
        {
            throw missed;
        }

        if (seal.Status == 200 && IsPage(seal.MediaType))
        {
            await OtherAsync(path, path, Reader.InEnglish, cancellationToken);
            await OtherAsync(path, path + SealAddress.Print, Reader.OnPaper, cancellationToken);
        }

        // In all its forms: one that could not be looked at leaves open what is known of the page.
        _checked.Add(path);
    }

    /// <returns>What came, as far as it came: what one reader was shown is compared also where the next is refused.</returns>
    /// <exception cref="NotFetchedException">Not even the first got an answer.</exception>
    private async Task<(List<(Reader Reader, Fetched Answer)> Answers, NotFetchedException? Missed)> AnswersAsync(string path, CancellationToken cancellationToken)
    {
        var answers = new List<(Reader Reader, Fetched Answer)>();
        foreach (var reader in Reader.All)
        {
            try
            {
                answers.Add((reader, await GetAsync(path, reader, cancellationToken)));
            }
            catch (NotFetchedException e) when (answers.Count > 0)
            {
                return (answers, e);
            }
        }

        return (answers, null);
    }

    /// <summary>The same page in another form; what is found there is told of the page.</summary>
    private async Task OtherAsync(string page, string path, Reader reader, CancellationToken cancellationToken)
    {
        var answer = await GetAsync(path, reader, cancellationToken);
        await CompareAsync(page, path, reader, answer, await _site.SealAsync(path, reader.Language, withText: false, cancellationToken), cancellationToken);
    }

    private async Task CompareAsync(string page, string path, Reader reader, Fetched answer, AnswerSeal seal, CancellationToken cancellationToken)
    {
        for (var again = 0; !Fits(answer, seal) && again < manners.Patience.Count; again++)
        {
            await Task.Delay(manners.Patience[again], cancellationToken);
            if (await AgainAsync(path, reader, withText: true, cancellationToken) is not { } next)
            {
                break;
            }

            (answer, seal) = next;
        }

        if (!Fits(answer, seal))
        {
            Differs(FindingKind.PageDiffers, page, reader, answer, seal);
        }

        if (answer.Status == 200 && (IsPage(answer.MediaType) || IsPage(seal.MediaType)))
        {
            await LookIntoAsync(page, answer, cancellationToken);
        }
    }

    /// <summary>What an article names may have been published since the list was read, so it is read once more before anything is said.</summary>
    private async Task LookIntoAsync(string path, Fetched page, CancellationToken cancellationToken)
    {
        var (findings, files) = PageLook.At(new Uri(fetcher.Site, path), page, _welcome);
        _files.UnionWith(files);
        _files.UnionWith(files.Where(file => file.EndsWith('/' + NewsFeeds.Rss, StringComparison.Ordinal)).Select(file => file[..^NewsFeeds.Rss.Length] + NewsFeeds.Atom).ToList());
        if (findings.Any(finding => finding.Kind is FindingKind.ForeignLink or FindingKind.BettingWords))
        {
            await TryAsync(path, async () => _welcome = WelcomeOf(await _site.ListAsync(long.MaxValue, cancellationToken)));
            findings = PageLook.At(new Uri(fetcher.Site, path), page, _welcome).Findings;
        }

        _findings.AddRange(findings.Where(finding => !_findings.Contains(finding)));
    }

    private Welcome WelcomeOf(Seals.ListFacts facts) => new(facts.Hosts.Append(fetcher.Site.Host), facts.Allowed.Concat(facts.Named).Concat(manners.Allowed), facts.Words);

    /// <returns>What came; null where it is not what the product answers.</returns>
    private async Task<Fetched?> FileAsync(string path, CancellationToken cancellationToken)
    {
        var answer = await GetAsync(path, Reader.Desktop, cancellationToken);
        var seal = await _site.SealAsync(path, Reader.Desktop.Language, withText: false, cancellationToken);
        for (var again = 0; !Fits(answer, seal) && again < manners.Patience.Count; again++)
        {
            await Task.Delay(manners.Patience[again], cancellationToken);
            if (await AgainAsync(path, Reader.Desktop, withText: false, cancellationToken) is not { } next)
            {
                break;
            }

            (answer, seal) = next;
        }

        _checked.Add(path);
        _looked++;
        if (Fits(answer, seal))
        {
            return answer;
        }

        Differs(FindingKind.FileDiffers, path, Reader.Desktop, answer, seal);
        return null;
    }

    /// <summary>A second look at what was not as published.</summary>
    /// <returns>Null where there is none to be had: whoever answers once and refuses the next question is not let off by that.</returns>
    private async Task<(Fetched Answer, AnswerSeal Seal)?> AgainAsync(string path, Reader reader, bool withText, CancellationToken cancellationToken)
    {
        try
        {
            return (await GetAsync(path, reader, cancellationToken), await _site.SealAsync(path, reader.Language, withText, cancellationToken));
        }
        catch (NotFetchedException)
        {
            return null;
        }
    }

    /// <summary>A site that is out of order is no alarm: it could not be looked at.</summary>
    private async Task<Fetched> GetAsync(string path, Reader reader, CancellationToken cancellationToken)
    {
        var answer = await fetcher.GetAsync(path, reader, cancellationToken);
        return answer.Status is >= 500 or 429 ? throw new NotFetchedException($"{path}: trả lời {answer.Status}") : answer;
    }

    private static bool Fits(Fetched answer, AnswerSeal seal) =>
        answer.Status == seal.Status
        && (answer.Location ?? "") == (seal.Location ?? "")
        && IsSameMedia(answer.MediaType, seal.MediaType)
        && FixedText.Digest(FixedText.Of(answer.Body, seal.Holes, seal.Digits)) == seal.Sha256;

    /// <summary>The same bytes as another kind of file, or in other letters, are another page.</summary>
    private static bool IsSameMedia(string? one, string? other) => string.Equals(Plain(one), Plain(other), StringComparison.OrdinalIgnoreCase);

    private static string Plain(string? media) => (media ?? "").Replace(" ", "", StringComparison.Ordinal).Replace("\"", "", StringComparison.Ordinal);

    private static bool IsPage(string? media) => media?.StartsWith("text/html", StringComparison.OrdinalIgnoreCase) is true;

    private void Differs(FindingKind kind, string path, Reader reader, Fetched answer, AnswerSeal seal)
    {
        if (answer.Status is >= 300 and < 400)
        {
            _findings.Add(new Finding(FindingKind.Redirected, Whole(path), answer.Location ?? "", seal.Location, answer.Location));
            return;
        }

        var (expected, found) = answer.Status != seal.Status ? ($"HTTP {seal.Status}", $"HTTP {answer.Status}")
            : !IsSameMedia(answer.MediaType, seal.MediaType) ? ($"Content-Type: {seal.MediaType}", $"Content-Type: {answer.MediaType}")
            : seal.Text is null ? (seal.Sha256, FixedText.Digest(answer.Body))
            : Excerpts(seal.Text, FixedText.Of(answer.Body, seal.Holes, seal.Digits));
        if (!_findings.Exists(finding => finding.Kind == kind && finding.Address == Whole(path)))
        {
            _findings.Add(new Finding(kind, Whole(path), reader.Name, expected, found));
        }
    }

    /// <summary>Where the two first part, with a little around it.</summary>
    private static (string Expected, string Found) Excerpts(byte[] expected, byte[] found)
    {
        const int before = 60;
        const int after = 120;
        var at = expected.AsSpan().CommonPrefixLength(found);
        return (Cut(expected), Cut(found));

        string Cut(byte[] text)
        {
            var from = Math.Min(Math.Max(0, at - before), text.Length);
            return Encoding.UTF8.GetString(text, from, Math.Min(text.Length - from, before + after)).Trim('\uFFFD');
        }
    }

    private string Whole(string path) => new Uri(fetcher.Site, path).AbsoluteUri;
}
