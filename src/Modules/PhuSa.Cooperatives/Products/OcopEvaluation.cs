using PhuSa.Platform.Journal;
using PhuSa.Platform.Rules;
using PhuSa.Platform.Web;

namespace PhuSa.Cooperatives.Products;

/// <summary>Whether a product is evaluated for the first time, or again.</summary>
internal enum OcopRound
{
    First,
    Again,
}

/// <summary>What a council found.</summary>
/// <param name="EvaluatedOn">By which the criteria are chosen; null where the source does not say.</param>
/// <param name="StatedStars">The stars as a paper has them where it tells no points.</param>
/// <param name="Group">The product's group on that day.</param>
internal sealed record OcopResult(DateOnly? EvaluatedOn, OcopLevel? Level, OcopScores? Scores, int? StatedStars, OcopGroup? Group);

/// <summary>The paper that certifies.</summary>
/// <param name="Number">Letter for letter; also where the paper is not on record.</param>
/// <param name="On">The day from which the certificate holds; null where it is not known, and then nobody can say how long.</param>
internal sealed record OcopDecision(Guid? PaperId, string? Number, DateOnly? On, string? CertificateNumber);

/// <summary>The letter to the owner that the certificate is about to end.</summary>
internal sealed record OcopLetter(Guid? PaperId, string? Number, DateOnly SentOn);

/// <summary>One round in which a product is evaluated, from its file to the certificate.</summary>
internal sealed class OcopEvaluation : Aggregate<OcopEvaluationStatus, OcopAction>, IJournaled, ISaidToReaders
{
    public const int CodeMaxLength = 80;
    public const int NumberMaxLength = 80;
    public const int SourceMaxLength = 500;
    public const int RuleMaxLength = 40;

    /// <summary>The rounds that are not over: neither a certificate nor an end came of them yet.</summary>
    public static IReadOnlyList<OcopEvaluationStatus> Open { get; } = [OcopEvaluationStatus.Evaluated, OcopEvaluationStatus.Preparing, OcopEvaluationStatus.Sent];

    private readonly List<OcopDossierItem> _dossier = [];

    private OcopEvaluation()
    {
    }

    /// <summary>A file that is being prepared. One for evaluating again begins with the list of papers that the criteria of that day ask for.</summary>
    public OcopEvaluation(Guid id, string code, Guid productId, OcopRound round, DateOnly today, Actor by, DateTime now)
        : this(id, code, productId, round, OcopEvaluationStatus.Preparing, by, now)
    {
        foreach (var name in round == OcopRound.Again ? OcopRules.On(today)?.RenewalPapers ?? [] : [])
        {
            _dossier.Add(new OcopDossierItem(NextItem(now), name, isOfRule: true));
        }
    }

    /// <summary>One of which papers tell how far it has got.</summary>
    public OcopEvaluation(Guid id, string code, Guid productId, OcopRound round, OcopEvaluationStatus status, Actor by, DateTime now, string? why = null)
    {
        Id = id;
        Code = code;
        ProductId = productId;
        Round = round;
        Begin(status, by, now, why);
        Since = now;
    }

    public string Code { get; private init; } = "";

    public Guid ProductId { get; private init; }

    public OcopRound Round { get; private set; }

    public DateOnly? EvaluatedOn { get; private set; }

    /// <summary>Code of the version of the criteria, by the day of the evaluation; null while that day is not known.</summary>
    public string? Rule { get; private set; }

    public OcopLevel? Level { get; private set; }

    public OcopGroup? Group { get; private set; }

    public decimal? ScoreA { get; private set; }

    public decimal? ScoreB { get; private set; }

    public decimal? ScoreC { get; private set; }

    /// <summary>Computed from the points; the paper's own where it tells no points.</summary>
    public int? Stars { get; private set; }

    public Guid? DecisionId { get; private set; }

    public string? DecisionNumber { get; private set; }

    public DateOnly? DecidedOn { get; private set; }

    public string? CertificateNumber { get; private set; }

    public DateOnly? RevokedOn { get; private set; }

    public Guid? LetterId { get; private set; }

    public string? LetterNumber { get; private set; }

    public DateOnly? LetterSentOn { get; private set; }

    public string? Source { get; private set; }

    /// <summary>When it was recorded (UTC).</summary>
    public DateTime Since { get; private init; }

    public IReadOnlyList<OcopDossierItem> Dossier => _dossier;

    public string JournalTitle => Code;

    /// <summary>A certificate brings its product before readers. To revoke it says none of these anew.</summary>
    public IEnumerable<(string Of, string Words)> Said() => Status is OcopEvaluationStatus.Certified or OcopEvaluationStatus.Revoked
        ? [(nameof(OcopEvaluationStatus.Certified), ""), .. SaidWords.Of((nameof(CertificateNumber), CertificateNumber), (nameof(DecisionNumber), DecisionNumber), (nameof(Stars), Stars))]
        : [];

    public OcopScores? Scores => ScoreA is { } a && ScoreB is { } b && ScoreC is { } c ? new OcopScores(a, b, c) : null;

    /// <summary>The last day of the certificate; null where its first is not known.</summary>
    public DateOnly? ExpiresOn => DecidedOn is { } day ? OcopTerm.EndOf(day) : null;

    public bool IsOpen => Open.Contains(Status);

    protected override Flow<OcopEvaluationStatus, OcopAction> Table => OcopEvaluationFlow.Table;

    /// <summary>Brings it to what a table of papers tells.</summary>
    /// <exception cref="RefusedException">The papers contradict the criteria or each other.</exception>
    public void Tell(OcopRound round, OcopResult result, OcopDecision decision, DateOnly? revokedOn, string? source)
    {
        if (Status == OcopEvaluationStatus.Revoked == revokedOn is null)
        {
            throw new RefusedException("Chứng nhận đã thu hồi phải có ngày thu hồi; chứng nhận khác thì không ghi ngày này.");
        }

        Round = round;
        Assess(result);
        if (Status is OcopEvaluationStatus.Certified or OcopEvaluationStatus.Revoked)
        {
            MustBeCertifiable();
            Stand(decision);
            MustFollow(revokedOn);
        }
        else if (decision != new OcopDecision(null, null, null, null))
        {
            throw new RefusedException("Chỉ sản phẩm đã được chứng nhận mới có quyết định và số giấy chứng nhận.");
        }

        (RevokedOn, Source) = (revokedOn, source);
    }

    /// <summary>Keeps the list of papers of the file while it is being put together.</summary>
    public void KeepDossier(IReadOnlyList<OcopDossierLine> lines, DateTime now)
    {
        if (Status != OcopEvaluationStatus.Preparing)
        {
            throw new RefusedException("Hồ sơ đã gửi thì không sửa được danh mục giấy tờ. Trả lại hồ sơ trước khi sửa.");
        }

        // What the criteria ask for cannot be crossed out.
        _dossier.RemoveAll(item => !item.IsOfRule && lines.All(line => line.Id != item.Id));
        foreach (var line in lines)
        {
            if (_dossier.Find(item => item.Id == line.Id) is { } known)
            {
                known.Describe(line);
            }
            else if (line.Name is { } name)
            {
                var added = new OcopDossierItem(NextItem(now), name, isOfRule: false);
                added.Describe(line);
                _dossier.Add(added);
            }
        }
    }

    /// <exception cref="RefusedException">A paper of its list is not there yet.</exception>
    public void Send(Actor by, DateTime now, string why)
    {
        if (_dossier.Where(item => item.ReceivedOn is null).OrderBy(item => item.Id).Select(item => item.Name).ToList() is { Count: > 0 } missing)
        {
            throw new RefusedException("Hồ sơ còn thiếu: {0}.", string.Join("; ", missing));
        }

        Move(OcopAction.Send, by, now, why);
    }

    public void Evaluate(OcopResult result, Actor by, DateTime now)
    {
        Move(OcopAction.Evaluate, by, now);
        Assess(result);
    }

    /// <exception cref="RefusedException">The level does not certify these stars, or the days contradict each other.</exception>
    public void Certify(OcopDecision decision, Actor by, DateTime now)
    {
        Move(OcopAction.Certify, by, now, paperId: decision.PaperId);
        MustBeCertifiable();
        Stand(decision);
    }

    /// <summary>Completes or corrects what is written of the decision.</summary>
    public void Correct(OcopDecision decision)
    {
        if (Status != OcopEvaluationStatus.Certified)
        {
            throw new RefusedException("Chỉ sản phẩm đã được chứng nhận mới có quyết định và số giấy chứng nhận.");
        }

        Stand(decision);
    }

    public void Revoke(DateOnly on, Actor by, DateTime now, string why)
    {
        MustFollow(on);
        Move(OcopAction.Revoke, by, now, why);
        RevokedOn = on;
    }

    /// <summary>The move that leads back to where this round stood before it was given up; null where it was not.</summary>
    public OcopAction? TakenUpBy => Steps.LastOrDefault(step => step.Action == nameof(OcopAction.GiveUp))?.From switch
    {
        _ when Status != OcopEvaluationStatus.GivenUp => null,
        nameof(OcopEvaluationStatus.Sent) => OcopAction.TakeUpSent,
        nameof(OcopEvaluationStatus.Evaluated) => OcopAction.TakeUpEvaluated,
        _ => OcopAction.TakeUp,
    };

    /// <summary>It was recorded as revoked by mistake: the certificate stands as if it had not been.</summary>
    public void Reinstate(Actor by, DateTime now, string why)
    {
        Move(OcopAction.Reinstate, by, now, why);
        RevokedOn = null;
    }

    /// <summary>Points that were mistyped, of a product that is certified: the papers have others.</summary>
    /// <exception cref="RefusedException">With these points the level does not certify, or the days contradict each other.</exception>
    public void CorrectScores(OcopResult result, Actor by, DateTime now, string why)
    {
        Move(OcopAction.CorrectScores, by, now, why);
        Assess(result);
        MustBeCertifiable();
        Stand(new OcopDecision(DecisionId, DecisionNumber, DecidedOn, CertificateNumber));
    }

    /// <summary>Takes the status that a table of papers tells.</summary>
    /// <exception cref="RefusedException">It lies behind the present one: what was recorded by mistake is taken back in the office, with a reason.</exception>
    public void Follow(OcopEvaluationStatus status, Actor by, DateTime now, string? why)
    {
        if (Table.Between(Status, status) is { } action && OcopEvaluationFlow.TakingBack.Contains(action))
        {
            throw new RefusedException("Không chuyển được từ “{0}” sang “{1}”.", Table[Status].PublicName, Table[status].PublicName);
        }

        Arrive(status, by, now, why);
    }

    /// <summary>A step that needs nothing but a reason.</summary>
    public void Take(OcopAction action, Actor by, DateTime now, string why)
    {
        if (action is OcopAction.Evaluate or OcopAction.Certify or OcopAction.Revoke or OcopAction.CorrectScores)
        {
            throw new ArgumentOutOfRangeException(nameof(action));
        }

        if (action == OcopAction.Reinstate)
        {
            Reinstate(by, now, why);
            return;
        }

        if (action == OcopAction.Send)
        {
            Send(by, now, why);
            return;
        }

        Move(action, by, now, why);
    }

    /// <exception cref="RefusedException">There is no certificate, or the letter would be older than it.</exception>
    public void Write(OcopLetter letter)
    {
        if (Status != OcopEvaluationStatus.Certified)
        {
            throw new RefusedException("Chỉ gửi công văn cho sản phẩm đang được chứng nhận.");
        }

        if (letter.SentOn < DecidedOn)
        {
            throw new RefusedException("Ngày gửi công văn không thể trước ngày quyết định chứng nhận.");
        }

        (LetterId, LetterNumber, LetterSentOn) = (letter.PaperId, letter.Number, letter.SentOn);
    }

    /// <summary>Ids of one moment sort by chance; the list keeps the order in which it was written.</summary>
    private Guid NextItem(DateTime now) => Guid.CreateVersion7(new DateTimeOffset(now.AddMilliseconds(_dossier.Count)));

    private void Assess(OcopResult result)
    {
        var rule = result.EvaluatedOn is { } day
            ? OcopRules.On(day) ?? throw new RefusedException("Hệ thống chưa có bộ tiêu chí nào cho ngày đánh giá {0:dd/MM/yyyy}.", day)
            : null;
        if (result.Scores is { } scores)
        {
            MustFit(scores, rule ?? throw new RefusedException("Có điểm thì phải có ngày đánh giá: ngày cho biết điểm tính theo bộ tiêu chí nào."));
            if (result.StatedStars is { } stated && stated != OcopStars.Of(scores.Total))
            {
                throw new RefusedException("Tổng điểm {0:0.##} ứng với {1} sao, không phải {2} sao.", scores.Total, OcopStars.Of(scores.Total), stated);
            }
        }

        if (result.Group is { } group && rule?.Groups.Contains(group) == false)
        {
            throw new RefusedException("Nhóm “{0}” không có trong {1}. Sửa nhóm của sản phẩm trước.", OcopWords.Of(group), rule.Citation);
        }

        if (result.Level == OcopLevel.District && rule?.Certifies is not null)
        {
            throw new RefusedException("{0} không còn cấp huyện.", rule.Citation);
        }

        (EvaluatedOn, Rule, Level, Group) = (result.EvaluatedOn, rule?.Code, result.Level, result.Group);
        (ScoreA, ScoreB, ScoreC) = (result.Scores?.A, result.Scores?.B, result.Scores?.C);
        Stars = result.Scores is { } told ? OcopStars.Of(told.Total) : result.StatedStars;
    }

    private static void MustFit(OcopScores scores, OcopRule rule)
    {
        if (rule.Wrong(scores).ToList() is [var (part, most), ..])
        {
            throw new RefusedException("Điểm phần {0} phải từ 0 đến {1:0.##} theo {2}.", part, most, rule.Citation);
        }

        if (new[] { scores.A, scores.B, scores.C }.Any(points => decimal.Round(points, 2) != points))
        {
            throw new RefusedException("Điểm ghi tối đa hai chữ số lẻ.");
        }
    }

    private void MustBeCertifiable()
    {
        if (Stars is not { } stars)
        {
            throw new RefusedException("Chưa có điểm hay số sao thì không ghi chứng nhận được.");
        }

        if (OcopRules.Find(Rule) is not { Certifies: { } certifies } rule || Level is not { } level)
        {
            return;
        }

        if (!certifies.TryGetValue(level, out var range))
        {
            throw new RefusedException("Theo {0}, cấp {1} không chứng nhận.", rule.Citation, OcopWords.Of(level));
        }

        if (stars > range.Most)
        {
            throw new RefusedException("Theo {0}, sản phẩm từ {1:0} điểm được chuyển lên Bộ; cấp {2} không chứng nhận {3} sao.", rule.Citation, OcopStars.ForTheMinistry, OcopWords.Of(level), stars);
        }

        if (stars < range.Least)
        {
            throw new RefusedException("Theo {0}, cấp {1} không chứng nhận {2} sao.", rule.Citation, OcopWords.Of(level), stars);
        }
    }

    private void Stand(OcopDecision decision)
    {
        if (decision.On < EvaluatedOn)
        {
            throw new RefusedException("Ngày quyết định không thể trước ngày đánh giá.");
        }

        (DecisionId, DecisionNumber, DecidedOn, CertificateNumber) = (decision.PaperId, decision.Number, decision.On, decision.CertificateNumber);
    }

    private void MustFollow(DateOnly? revokedOn)
    {
        if (revokedOn < DecidedOn)
        {
            throw new RefusedException("Ngày thu hồi không thể trước ngày quyết định chứng nhận.");
        }
    }
}
