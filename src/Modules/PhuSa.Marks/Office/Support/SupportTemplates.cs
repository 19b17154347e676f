using System.Text;
using Microsoft.EntityFrameworkCore;
using PhuSa.Marks.CollectiveMarks;
using PhuSa.Marks.FilingSupport;
using PhuSa.Papers.Contracts;
using PhuSa.Platform;
using PhuSa.Platform.Rights;
using PhuSa.Vietnamese;

namespace PhuSa.Marks.Office.Support;

/// <summary>The letter that agrees in principle, from the request. An official paper is written in Vietnamese, whoever asks for it.</summary>
internal sealed class AgreementTemplate(SupportDesk desk, ISignedIn signedIn) : IPaperTemplate
{
    public const string TheCode = "mark-support.agreement";

    public string Code => TheCode;

    public PaperKind Kind => PaperKind.Letter;

    public async Task<PaperText?> OfAsync(Guid recordId, CancellationToken cancellationToken)
    {
        if (signedIn.Person?.May(SupportRights.Keep) != true || await desk.RequestAsync(recordId, cancellationToken) is not { Status: SupportRequestStatus.Requested or SupportRequestStatus.Agreed } request)
        {
            return null;
        }

        var mark = await desk.MarkAsync(request.MarkId, cancellationToken);
        var body = new StringBuilder()
            .Append("Xét đề nghị ngày ").Append(VietnamTime.Written(request.AskedOn)).Append(" của ").Append(mark.Owner).Append(" về việc hỗ trợ chi phí đăng ký ban đầu nhãn hiệu tập thể “").Append(mark.Name).Append("”.\n")
            .Append("Cơ quan đồng ý về nguyên tắc hỗ trợ chi phí đăng ký ban đầu nhãn hiệu tập thể nêu trên");
        body.Append(request.AskedAmount is { } amount ? $", theo đề nghị {Dong.WithUnit(amount)} (bằng chữ: {Dong.Words(amount)}).\n" : ".\n")
            .Append("Mức hỗ trợ và cách chi theo hợp đồng được hai bên ký.\n");
        return new PaperText("Về việc đồng ý về nguyên tắc hỗ trợ đăng ký nhãn hiệu tập thể", body.ToString(), mark.Owner, request.AskedAmount);
    }
}

/// <summary>A paper that is made from a contract.</summary>
internal abstract class ContractTemplate(SupportDesk desk, ISignedIn signedIn) : IPaperTemplate
{
    public abstract string Code { get; }

    public abstract PaperKind Kind { get; }

    protected SupportDesk Desk => desk;

    public async Task<PaperText?> OfAsync(Guid recordId, CancellationToken cancellationToken) =>
        signedIn.Person?.May(SupportRights.Keep) == true && await desk.ContractAsync(recordId, cancellationToken) is { } contract
            ? await OfAsync(contract, await desk.MarkAsync(contract.MarkId, cancellationToken), cancellationToken)
            : null;

    protected abstract Task<PaperText?> OfAsync(MarkSupportContract contract, SupportedFiling mark, CancellationToken cancellationToken);

    protected async Task<string> CitedAsync(MarkSupportContract contract, CancellationToken cancellationToken) =>
        contract.PaperId is { } paper && (await desk.Papers.OfAsync([paper], cancellationToken)).GetValueOrDefault(paper) is { } cited ? cited.Citation : "hợp đồng hỗ trợ chi phí đăng ký nhãn hiệu tập thể";

    protected static string Sum(long? amount) => amount is { } known ? $"{Dong.WithUnit(known)} (bằng chữ: {Dong.Words(known)})" : "chưa có dữ liệu";
}

/// <summary>The minutes of acceptance, of a contract that was paid.</summary>
internal sealed class AcceptanceTemplate(SupportDesk desk, ISignedIn signedIn) : ContractTemplate(desk, signedIn)
{
    public const string TheCode = "mark-support.acceptance";

    public override string Code => TheCode;

    public override PaperKind Kind => PaperKind.Minutes;

    protected override async Task<PaperText?> OfAsync(MarkSupportContract contract, SupportedFiling mark, CancellationToken cancellationToken) => contract.Status != ContractStatus.Paid ? null : new PaperText(
        "Nghiệm thu việc hỗ trợ chi phí đăng ký nhãn hiệu tập thể",
        new StringBuilder()
            .Append("Căn cứ ").Append(await CitedAsync(contract, cancellationToken)).Append(".\n")
            .Append("Hai bên cùng nghiệm thu việc hỗ trợ chi phí đăng ký ban đầu nhãn hiệu tập thể “").Append(mark.Name).Append("” của ").Append(mark.Owner).Append(":\n")
            .Append("- Giá trị hợp đồng: ").Append(Sum(contract.Value)).Append(";\n")
            .Append("- Số tiền đã chi: ").Append(Sum(contract.PaidAmount)).Append(";\n")
            .Append("- Số đơn đăng ký: ").Append(await NumberAsync(mark, cancellationToken)).Append(".\n")
            .ToString(),
        mark.Owner,
        contract.PaidAmount);

    private async Task<string> NumberAsync(SupportedFiling mark, CancellationToken cancellationToken) =>
        await Desk.Db.Set<CollectiveMark>().Where(m => m.Id == mark.Id).Select(m => m.ApplicationNumber).SingleAsync(cancellationToken) ?? "chưa có dữ liệu";
}

/// <summary>Point 16: the minutes of liquidation, of a contract that was accepted: value, paid, what remains.</summary>
internal sealed class LiquidationTemplate(SupportDesk desk, ISignedIn signedIn) : ContractTemplate(desk, signedIn)
{
    public const string TheCode = "mark-support.liquidation";

    public override string Code => TheCode;

    public override PaperKind Kind => PaperKind.Minutes;

    protected override async Task<PaperText?> OfAsync(MarkSupportContract contract, SupportedFiling mark, CancellationToken cancellationToken) => contract.Status != ContractStatus.Accepted ? null : new PaperText(
        "Thanh lý hợp đồng hỗ trợ chi phí đăng ký nhãn hiệu tập thể",
        new StringBuilder()
            .Append("Căn cứ ").Append(await CitedAsync(contract, cancellationToken)).Append(" và kết quả nghiệm thu.\n")
            .Append("Hai bên cùng xác nhận việc thực hiện hợp đồng hỗ trợ nhãn hiệu tập thể “").Append(mark.Name).Append("” của ").Append(mark.Owner).Append(":\n")
            .Append("- Giá trị hợp đồng: ").Append(Sum(contract.Value)).Append(";\n")
            .Append("- Số tiền đã chi: ").Append(Sum(contract.PaidAmount)).Append(";\n")
            .Append("- Số tiền không chi: ").Append(Sum(contract.Value - contract.PaidAmount)).Append(".\n")
            .Append("Quyền và nghĩa vụ của hai bên theo hợp đồng chấm dứt kể từ ngày ký biên bản này.\n")
            .ToString(),
        mark.Owner,
        contract.PaidAmount);
}

/// <summary>The contract, from a request that was agreed to.</summary>
internal sealed class ContractDraftTemplate(SupportDesk desk, ISignedIn signedIn) : IPaperTemplate
{
    public const string TheCode = "mark-support.contract";

    public string Code => TheCode;

    public PaperKind Kind => PaperKind.Contract;

    public async Task<PaperText?> OfAsync(Guid recordId, CancellationToken cancellationToken)
    {
        if (signedIn.Person?.May(SupportRights.Keep) != true || await desk.RequestAsync(recordId, cancellationToken) is not { Status: SupportRequestStatus.Agreed } request)
        {
            return null;
        }

        var mark = await desk.MarkAsync(request.MarkId, cancellationToken);
        return new PaperText(
            "Hỗ trợ chi phí đăng ký ban đầu nhãn hiệu tập thể",
            new StringBuilder()
                .Append("Bên hỗ trợ và ").Append(mark.Owner).Append(" (bên được hỗ trợ) thoả thuận:\n")
                .Append("Điều 1. Bên hỗ trợ chi trả chi phí đăng ký ban đầu nhãn hiệu tập thể “").Append(mark.Name).Append("”.\n")
                .Append("Điều 2. Giá trị hợp đồng: ").Append(request.AskedAmount is { } amount ? $"{Dong.WithUnit(amount)} (bằng chữ: {Dong.Words(amount)})" : "(ghi số tiền)").Append(".\n")
                .Append("Điều 3. Hai bên nghiệm thu và thanh lý hợp đồng khi việc nộp đơn đăng ký hoàn thành.\n")
                .ToString(),
            mark.Owner,
            request.AskedAmount);
    }
}
