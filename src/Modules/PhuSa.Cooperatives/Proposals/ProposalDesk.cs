using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using PhuSa.Cooperatives.Intake;
using PhuSa.Cooperatives.Office;
using PhuSa.Cooperatives.Pages.Cooperatives.Office.Keeping;
using PhuSa.Cooperatives.Registry;
using PhuSa.Organisations.Contracts;
using PhuSa.Places.Contracts;
using PhuSa.Platform;
using PhuSa.Platform.Data;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Notices;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Rules;

namespace PhuSa.Cooperatives.Proposals;

/// <summary>An officer's answer to one item.</summary>
internal sealed record ItemAnswer(Guid ItemId, bool Accepts, string? Reason);

/// <summary>Where a cooperative's own people propose, and officers answer.</summary>
internal sealed class ProposalDesk(RegistryDesk desk, AppDbContext db, IPlaces places, INotices notices, Acting acting)
{
    public const string Address = $"{RegistryRights.Address}/de-nghi";

    private const int MostOpen = 20;

    /// <summary>Kept with what an officer has not answered.</summary>
    private const string TakenBack = "Hợp tác xã đã rút đồng ý.";

    public RowReading Reading => new(new IntakeLayout(0, [], OrganisationKind.Cooperative, Year: null, MoneyUnit: 1, SameByNameAndPlace: false), [], desk.Today);

    /// <summary>The file of the organisation that a person acts for; null where it has none. No other file is ever read for them.</summary>
    public async Task<CooperativeFile?> OwnAsync(SignedIn person, CancellationToken cancellationToken) =>
        await desk.CodeOfAsync(person.OrganisationId, cancellationToken) is { } code ? await desk.FindAsync(code, cancellationToken) : null;

    public async Task<IReadOnlyList<FileProposal>> OfAsync(Guid cooperativeId, CancellationToken cancellationToken) =>
        await db.Set<FileProposal>().AsNoTracking().AsSplitQuery().Where(p => p.CooperativeId == cooperativeId).OrderByDescending(p => p.SentAt).ThenByDescending(p => p.Id).Take(50).ToListAsync(cancellationToken);

    public async Task<IReadOnlyList<FileProposal>> OpenOnesAsync(CancellationToken cancellationToken) =>
        await db.Set<FileProposal>().AsNoTracking().AsSplitQuery().Where(p => p.Status == ProposalStatus.Open).OrderBy(p => p.SentAt).ThenBy(p => p.Id).Take(200).ToListAsync(cancellationToken);

    public Task<FileProposal?> FindAsync(Guid id, CancellationToken cancellationToken) => db.Set<FileProposal>().AsSplitQuery().SingleOrDefaultAsync(p => p.Id == id, cancellationToken);

    /// <summary>What a file says under a target.</summary>
    public string? WordsOf(CooperativeFile file, IntakeTarget target, int? year) =>
        ConsentTargets.Has(target) ? ConsentTargets.WordsOf(file.Cooperative, target)
        : ProposalPartFacts.IsCertificate(target) || ProposalPartFacts.IsOfChange(target) ? null
        : Wrapped(file).Words(target, year, desk.Today, _ => null);

    /// <summary>What a cooperative agreed to have shown while no officer has answered.</summary>
    public async Task<IReadOnlySet<IntakeTarget>> AgreedAsync(CooperativeFile file, CancellationToken cancellationToken) =>
        (await WaitingConsentsAsync(file, cancellationToken)).SelectMany(proposal => proposal.Items).Where(item => item.WaitsToBeShown).Select(item => item.Target).ToHashSet();

    /// <summary>Proposes the values that are other than those of the file. A form sent twice proposes once; sent again with other values it is another proposal.</summary>
    /// <param name="typed">Nothing where a value is to be taken out of the file.</param>
    /// <exception cref="RefusedException">Nothing is other, or too many proposals wait.</exception>
    public async Task ProposeAsync(Guid key, CooperativeFile file, ProposalPart part, int? year, IReadOnlyDictionary<IntakeTarget, string> typed, SignedIn person, CancellationToken cancellationToken)
    {
        var consents = part == ProposalPart.Consent ? await WaitingConsentsAsync(file, cancellationToken) : [];
        var agreed = consents.SelectMany(known => known.Items).Where(item => item.WaitsToBeShown).Select(item => item.Target).ToHashSet();
        var items = typed.Where(value => WordsOf(file, value.Key, year) != Told(value.Key, value.Value) || (value.Value == ConsentTargets.Withheld && agreed.Contains(value.Key)))
            .Select(value => new ProposalItem(Guid.CreateVersion7(new DateTimeOffset(desk.Now)), value.Key, WordsOf(file, value.Key, year), value.Value)).ToList();
        if (await db.Set<FileProposal>().AsNoTracking().AsSplitQuery().SingleOrDefaultAsync(p => p.Id == key, cancellationToken) is { } sent)
        {
            if (sent.CooperativeId == file.Cooperative.Id && sent.Year == year && !items.Exists(item => item.TakesBack) && sent.Says(typed, items))
            {
                return;
            }

            key = Guid.CreateVersion7(new DateTimeOffset(desk.Now));
        }

        if (items.Count == 0)
        {
            throw new RefusedException("Không có mục nào khác với hồ sơ nên không có gì để gửi.");
        }

        // Nobody has to wait for an answer before they take a consent back.
        if (!items.Exists(item => item.TakesBack) && await db.Set<FileProposal>().CountAsync(p => p.CooperativeId == file.Cooperative.Id && p.Status == ProposalStatus.Open, cancellationToken) >= MostOpen)
        {
            throw new RefusedException("Đang có {0} đề nghị chờ trả lời. Hãy đợi cán bộ xem bớt rồi gửi tiếp.", MostOpen);
        }

        // Whoever merges the file at this moment is told, or the proposal would be left with a file that is no more.
        desk.Touch(file.Cooperative);
        var proposal = new FileProposal(key, file.Cooperative.Id, part, year, items, person, desk.Now);
        db.Add(proposal);
        TakeBack(proposal, file, consents, person.AsActor());
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException)
        {
            desk.Forget();
            if (!await db.Set<FileProposal>().AnyAsync(p => p.Id == key, cancellationToken))
            {
                throw;
            }
        }
    }

    /// <summary>What an answer was given on: another by now is shown first.</summary>
    public string StampOf(FileProposal proposal, CooperativeFile file)
    {
        var told = proposal.Items.OrderBy(item => item.Id).Select(item => $"{item.Id} {item.Verdict} {WordsOf(file, item.Target, proposal.Year)} {(item.Target == IntakeTarget.Place ? file.Cooperative.PlaceId : null)}");
        var word = proposal.Part == ProposalPart.Consent ? $"{file.Cooperative.ConsentOn} {file.Cooperative.ConsentSource} {string.Join(' ', file.Cooperative.PublicItems)}" : "";
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', told.Append(word)))))[..32];
    }

    /// <returns>The unit that the file no longer points at once the place that waits for an answer is accepted; null where none goes.</returns>
    public async Task<PlaceFact?> UnitLostAsync(FileProposal proposal, CooperativeFile file, CancellationToken cancellationToken)
    {
        if (proposal.Items.FirstOrDefault(item => item is { Target: IntakeTarget.Place, Verdict: ItemVerdict.Waiting }) is not { } place)
        {
            return null;
        }

        var (row, told) = (new RowValues(0), Wrapped(file));
        row.Set(IntakeTarget.Place, place.Empties ? null : Reading.One(IntakeTarget.Place, place.Proposed).Value);
        told.Unit = await UnitOfAsync(file, cancellationToken);
        return told.LosesUnit(row) ? told.Unit : null;
    }

    /// <summary>Answers items, puts those accepted into the file, and tells whoever proposed once all are answered.</summary>
    /// <exception cref="RefusedException">The file's own rules say no to one of them; nothing is saved then.</exception>
    public async Task AnswerAsync(FileProposal proposal, CooperativeFile file, IReadOnlyList<ItemAnswer> answers, CancellationToken cancellationToken)
    {
        var row = new RowValues(0);
        var reading = Reading;
        var accepted = new Dictionary<IntakeTarget, object?>();
        var agreed = new List<PublicItem>();
        foreach (var answer in answers)
        {
            var item = proposal.Items.First(known => known.Id == answer.ItemId);
            item.Decide(answer.Accepts, answer.Reason, desk.By, desk.Now);
            if (answer.Accepts && ConsentTargets.Has(item.Target))
            {
                agreed.Add(ConsentTargets.ItemOf(item.Target));
            }
            else if (answer.Accepts && item.Empties)
            {
                // Where somebody has taken it out by now, nothing is left to do.
                if (WordsOf(file, item.Target, proposal.Year) is not null)
                {
                    accepted[item.Target] = null;
                }
            }
            else if (answer.Accepts)
            {
                var (value, sentence, args) = reading.One(item.Target, item.Proposed);
                accepted[item.Target] = value ?? throw new RefusedException(sentence, [.. args]);
            }
        }

        await CheckNumberAsync(file, accepted, cancellationToken);
        CheckName(proposal, file, accepted);
        CheckStatus(proposal, accepted);
        CheckDirector(proposal, accepted);
        Agree(proposal, file, agreed);
        Certify(proposal, file, accepted);
        foreach (var (target, value) in accepted.Where(value => !ProposalPartFacts.IsCertificate(value.Key)))
        {
            row.Set(target, value);
        }

        await PutAsync(file, row, proposal, cancellationToken);
        proposal.Close(desk.By, desk.Now);
        if (proposal.Status == ProposalStatus.Decided)
        {
            await notices.TellAsync([proposal.PersonId], new Notice("Đề nghị sửa hồ sơ ({0}) đã được trả lời: nhận {1}, không nhận {2}.", [ProposalPartFacts.Of(proposal.Part).Title, Count(proposal, ItemVerdict.Accepted), Count(proposal, ItemVerdict.Refused)], PersonalPlaces.MyCooperative), cancellationToken);
        }

        await db.SaveChangesAsync(cancellationToken);
    }

    /// <returns>The code of another file that has the number which these answers accept: somebody gave it that number at the same moment.</returns>
    public async Task<string?> HolderAsync(FileProposal proposal, CooperativeFile file, IReadOnlyList<ItemAnswer> answers, CancellationToken cancellationToken) =>
        proposal.Items.FirstOrDefault(item => item is { Target: IntakeTarget.Number, Empties: false } && answers.Any(answer => answer.ItemId == item.Id && answer.Accepts)) is { } number
            ? await HolderAsync(file, number.Proposed, cancellationToken)
            : null;

    private static string Count(FileProposal proposal, ItemVerdict verdict) => proposal.Items.Count(item => item.Verdict == verdict).ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Figures say whose they are and since when; who sent them stands with the proposal.</summary>
    private static string SourceOf(FileProposal proposal, CooperativeFile file) => proposal.Part switch
    {
        ProposalPart.Figures => $"Đề nghị của {file.Organisation.Name}, {VietnamTime.Written(proposal.SentOn)}",
        ProposalPart.Consent => $"Đề nghị của hợp tác xã, {proposal.PersonName}, {VietnamTime.Written(proposal.SentOn)}",
        _ => $"Đề nghị của hợp tác xã, {proposal.PersonName}",
    };

    private static IntakeFile Wrapped(CooperativeFile file) => new(file.Organisation, file.Cooperative, file.Contact, file.Years, file.Board);

    private async Task<PlaceFact?> UnitOfAsync(CooperativeFile file, CancellationToken cancellationToken) =>
        file.Cooperative.PlaceId is { } id ? (await places.OfAsync([id], cancellationToken)).GetValueOrDefault(id) : null;

    /// <summary>As the file would say it: 1200 is no other number than 1.200.</summary>
    private string Told(IntakeTarget target, string typed) => Reading.One(target, typed).Value switch
    {
        int members => PhuSa.Vietnamese.Dong.Figures(members),
        long amount => PhuSa.Vietnamese.Dong.Figures(amount),
        RecordTime time => BaseModel.Typed(time) ?? "",
        CooperativeStatus status => RegistryWords.Of(status),
        DateOnly day => VietnamTime.Written(day),
        IReadOnlyList<string> products => ProductList.Written(products) ?? "",
        CooperativeSector sector => RegistryWords.Of(sector),
        Coordinates point => point.ToString(),
        string words => words,
        _ => typed,
    };

    private async Task<List<FileProposal>> WaitingConsentsAsync(CooperativeFile file, CancellationToken cancellationToken) =>
        await db.Set<FileProposal>().AsSplitQuery().Where(p => p.CooperativeId == file.Cooperative.Id && p.Part == ProposalPart.Consent && p.Status == ProposalStatus.Open).ToListAsync(cancellationToken);

    /// <summary>
    /// Nothing but its consent makes these public (Law 91/2025/QH15: none by default), so what a cooperative takes back is hidden with the sending and waits for
    /// nobody; what it had agreed to and no officer has answered goes with it.
    /// </summary>
    private void TakeBack(FileProposal proposal, CooperativeFile file, List<FileProposal> waiting, Actor by)
    {
        var taken = proposal.Items.Where(item => item.TakesBack).ToList();
        if (taken.Count == 0)
        {
            return;
        }

        foreach (var item in taken)
        {
            item.Decide(accepts: true, reason: null, by, desk.Now);
        }

        var hidden = taken.Select(item => ConsentTargets.ItemOf(item.Target)).ToHashSet();
        file.Cooperative.Agree([.. Enum.GetValues<PublicItem>().Where(item => file.Cooperative.Shows(item) && !hidden.Contains(item))], desk.Today, SourceOf(proposal, file));
        foreach (var earlier in waiting)
        {
            foreach (var item in earlier.Items.Where(item => item.WaitsToBeShown && hidden.Contains(ConsentTargets.ItemOf(item.Target))))
            {
                item.Decide(accepts: false, TakenBack, by, desk.Now);
            }

            earlier.Close(by, desk.Now);
        }

        proposal.Close(by, desk.Now);
    }

    /// <summary>By the day on which the cooperative said so; where it has said something since, that day stays, for it is the day of its last word.</summary>
    private static void Agree(FileProposal proposal, CooperativeFile file, List<PublicItem> agreed)
    {
        if (agreed.Count > 0)
        {
            var (sent, last) = (proposal.SentOn, file.Cooperative.ConsentOn);
            var source = SourceOf(proposal, file);
            file.Cooperative.AgreeAlso(agreed, last > sent ? last.Value : sent, last > sent ? Cooperative.SourceOfBoth(source, file.Cooperative.ConsentSource) : source);
        }
    }

    /// <summary>A new name, its day and its paper are one record: what is said of one of them is said of all at once.</summary>
    private static void CheckName(FileProposal proposal, CooperativeFile file, Dictionary<IntakeTarget, object?> accepted)
    {
        if (proposal.Part != ProposalPart.Name || accepted.Count == 0)
        {
            return;
        }

        if (!accepted.ContainsKey(IntakeTarget.Name))
        {
            throw new RefusedException("Nhận ngày hoặc giấy tờ đổi tên thì phải nhận cả tên mới.");
        }

        if (proposal.Items.Any(item => item.Verdict == ItemVerdict.Waiting))
        {
            throw new RefusedException("Nhận tên mới thì phải trả lời luôn ngày và giấy tờ của tên đó.");
        }

        if (accepted.GetValueOrDefault(IntakeTarget.NameOn) is DateOnly on && on < file.Cooperative.Founded.From)
        {
            throw new RefusedException("Ngày đổi tên không thể trước ngày thành lập");
        }
    }

    /// <summary>The day of another status is not the day of the one on record.</summary>
    private static void CheckStatus(FileProposal proposal, Dictionary<IntakeTarget, object?> accepted)
    {
        if (accepted.ContainsKey(IntakeTarget.StatusOn) && proposal.Items.Any(item => item.Target == IntakeTarget.Status && item.Verdict != ItemVerdict.Accepted))
        {
            throw new RefusedException("Nhận ngày của tình trạng thì phải nhận cả tình trạng.");
        }
    }

    /// <summary>A new director, the day and the paper of the change, and their telephone are one record.</summary>
    private static void CheckDirector(FileProposal proposal, Dictionary<IntakeTarget, object?> accepted)
    {
        if (proposal.Part != ProposalPart.Leader || accepted.Count == 0)
        {
            return;
        }

        if (proposal.Items.Any(item => item.Target == IntakeTarget.Director && item.Verdict != ItemVerdict.Accepted))
        {
            throw new RefusedException("Điện thoại, ngày, giấy tờ này là của giám đốc mới: nhận thì phải nhận cả giám đốc mới.");
        }

        if (accepted.ContainsKey(IntakeTarget.Director) && proposal.Items.Any(item => ProposalPartFacts.GoesWithDirector(item.Target) && item.Verdict == ItemVerdict.Waiting))
        {
            throw new RefusedException("Nhận giám đốc mới thì phải trả lời luôn ngày nhận chức và giấy tờ.");
        }
    }

    private async Task CheckNumberAsync(CooperativeFile file, Dictionary<IntakeTarget, object?> accepted, CancellationToken cancellationToken)
    {
        if (accepted.GetValueOrDefault(IntakeTarget.Number) is string number && await HolderAsync(file, number, cancellationToken) is { } holder)
        {
            throw new RefusedException("Số này đang ghi ở hồ sơ {0}.", holder);
        }
    }

    private async Task<string?> HolderAsync(CooperativeFile file, string number, CancellationToken cancellationToken) =>
        await db.Set<Cooperative>().Where(c => c.Id != file.Cooperative.Id).WithNumber(number, formerToo: false).OrderBy(c => c.Code).Select(c => c.Code).FirstOrDefaultAsync(cancellationToken);

    private void Certify(FileProposal proposal, CooperativeFile file, Dictionary<IntakeTarget, object?> accepted)
    {
        if (proposal.Part != ProposalPart.Certificate || accepted.Count == 0)
        {
            return;
        }

        // The name is what the record is about: without it there is nothing to enter.
        var name = accepted.GetValueOrDefault(IntakeTarget.CertificateName) as string ?? throw new RefusedException("Nhận chứng nhận thì phải nhận cả tên của nó.");
        if (accepted.GetValueOrDefault(IntakeTarget.CertificateTo) is DateOnly last && accepted.GetValueOrDefault(IntakeTarget.CertificateOn) is DateOnly issued && last < issued)
        {
            throw new RefusedException("Chứng nhận hết hạn trước ngày cấp: không nhận cả hai ngày này. Hãy hỏi lại hợp tác xã.");
        }

        var certificate = new HeldCertificate(Guid.CreateVersion7(new DateTimeOffset(desk.Now)), file.Cooperative.Id);
        certificate.Describe(new CertificateContent(
            name,
            accepted.GetValueOrDefault(IntakeTarget.CertificateNumber) as string,
            accepted.GetValueOrDefault(IntakeTarget.CertificateBody) as string,
            accepted.GetValueOrDefault(IntakeTarget.CertificateCovers) as string,
            accepted.GetValueOrDefault(IntakeTarget.CertificateOn) as DateOnly?,
            accepted.GetValueOrDefault(IntakeTarget.CertificateTo) as DateOnly?));
        db.Add(certificate);
    }

    private async Task PutAsync(CooperativeFile file, RowValues row, FileProposal proposal, CancellationToken cancellationToken)
    {
        if (row.IsEmpty)
        {
            return;
        }

        var changed = Wrapped(file);
        changed.Unit = await UnitOfAsync(file, cancellationToken);
        var layout = new IntakeLayout(0, [], file.Organisation.Kind, proposal.Year, MoneyUnit: 1, SameByNameAndPlace: false) { Names = TableNames.ToTheLetter };
        changed.Take(row, layout, new IntakeHand(desk.By, desk.Now, desk.Today, SourceOf(proposal, file), file.Scale));
        if (changed.LeftOut is [var left, ..])
        {
            throw new RefusedException(left.Sentence, [.. left.Args]);
        }

        if (changed.IsRenamed)
        {
            // Where no paper is told, the cooperative's own word is the source; who gave it stands with the proposal.
            var source = row.Text(IntakeTarget.NameSource) ?? $"Đề nghị của hợp tác xã, {VietnamTime.Written(proposal.SentOn)}";
            await desk.Register.RenameAsync(file.Cooperative.Id, changed.Name, changed.ShortName, row.Value<DateOnly>(IntakeTarget.NameOn), source, cancellationToken);
        }

        if (row.Text(IntakeTarget.DirectorSource) is { } paper)
        {
            acting.As(desk.By, why: $"Đổi giám đốc theo: {paper}");
        }

        db.AddRange(changed.Added);
        if (changed.TouchesSize || changed.Added.Count > 0)
        {
            desk.Touch(file.Cooperative);
        }
    }
}
