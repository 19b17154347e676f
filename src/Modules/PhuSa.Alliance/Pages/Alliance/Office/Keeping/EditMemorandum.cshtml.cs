using Microsoft.AspNetCore.Mvc;
using PhuSa.Alliance.Memoranda;
using PhuSa.Alliance.Office;
using PhuSa.Platform.Rules;
using PhuSa.Platform.Web;
using PhuSa.Vietnamese;

namespace PhuSa.Alliance.Pages.Alliance.Office.Keeping;

/// <summary>Changes what is written of a memorandum besides its parties.</summary>
internal sealed class EditMemorandumModel(AllianceDesk desk, Texts text) : AllianceEditing<MemorandumInput>(desk, text)
{
    [FromRoute]
    public string Code { get; set; } = "";

    public Memorandum Memorandum { get; private set; } = null!;

    public override string Address => MemorandumOfAddress.AddressOf(Memorandum);

    protected override async Task<bool> IsFoundAsync(CancellationToken cancellationToken) =>
        (Memorandum = (await Desk.MemorandumAsync(Code, cancellationToken))!) is not null;

    protected override MemorandumInput Stored() => new()
    {
        Title = Memorandum.Title,
        OtherParties = Memorandum.OtherParties,
        Field = Memorandum.Field,
        About = Memorandum.About,
        SignedOn = Memorandum.SignedOn.Precision == Precision.Day ? Memorandum.SignedOn.From : null,
        EndsOn = Memorandum.EndsOn,
    };

    protected override IEnumerable<(string Label, string? Words)> Told(MemorandumInput input) =>
    [
        ("Tên bản ghi nhớ", VietnameseText.OnOneLine(input.Title)),
        ("Các bên khác", Block(input.OtherParties)),
        ("Lĩnh vực", VietnameseText.OnOneLine(input.Field)),
        ("Nội dung hợp tác", Block(input.About)),
        ("Ngày ký", Day(input.SignedOn)),
        ("Hết hạn ngày", Day(input.EndsOn)),
    ];

    protected override Task CheckAsync(CancellationToken cancellationToken)
    {
        if (Input.SignedOn > Today)
        {
            Wrong("Input.SignedOn", "Ngày ký không thể sau hôm nay");
        }

        return Task.CompletedTask;
    }

    protected override Task ApplyAsync(CancellationToken cancellationToken)
    {
        var day = RecordTime.Day(Input.SignedOn!.Value);
        Memorandum.Describe(new MemorandumFacts(VietnameseText.OnOneLine(Input.Title)!, day == Memorandum.SignedOn ? Memorandum.SignedOn : day, Block(Input.About), Memorandum.PaperId, Memorandum.Programme, Memorandum.Source));
        Memorandum.Agree(Input.Terms(VietnameseText.OnOneLine(Input.Field), Block(Input.OtherParties)));
        return Task.CompletedTask;
    }
}
