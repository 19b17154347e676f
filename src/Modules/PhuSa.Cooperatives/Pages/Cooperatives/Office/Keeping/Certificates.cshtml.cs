using System.ComponentModel.DataAnnotations;
using PhuSa.Cooperatives.Office;
using PhuSa.Cooperatives.Registry;
using PhuSa.Platform;
using PhuSa.Platform.Web;
using PhuSa.Vietnamese;

namespace PhuSa.Cooperatives.Pages.Cooperatives.Office.Keeping;

/// <summary>Certificates that other bodies gave: VietGAP, GlobalGAP, organic.</summary>
internal sealed class CertificatesModel(RegistryDesk desk, Texts text) : RowsEditing<CertificateRow>(desk, text)
{
    protected override RowsInput<CertificateRow> Stored() => new()
    {
        Rows = [.. Kept.Certificates.Select(c => new CertificateRow { Id = c.Id, Name = c.Name, Number = c.Number, IssuedBy = c.IssuedBy, Covers = c.Covers, IssuedOn = c.IssuedOn, ExpiresOn = c.ExpiresOn })],
    };

    protected override bool IsEmpty(CertificateRow row) =>
        VietnameseText.OnOneLine(row.Name) is null && VietnameseText.OnOneLine(row.Number) is null && (row.Id is not null || (VietnameseText.OnOneLine(row.IssuedBy) is null && VietnameseText.OnOneLine(row.Covers) is null && row is { IssuedOn: null, ExpiresOn: null }));

    protected override IEnumerable<(string Label, string? Words)> Told(RowsInput<CertificateRow> input) => input.Rows.Where(row => !IsEmpty(row)).Select(row =>
        (VietnameseText.OnOneLine(row.Name) ?? "?", (string?)string.Join("; ", new[] { row.Number?.Trim() ?? "–", VietnameseText.OnOneLine(row.IssuedBy) ?? "–", VietnameseText.OnOneLine(row.Covers) ?? "–", Day(row.IssuedOn), Day(row.ExpiresOn) })));

    protected override Task CheckAsync(CancellationToken cancellationToken)
    {
        foreach (var (at, row) in Said)
        {
            if (VietnameseText.OnOneLine(row.Name) is null)
            {
                Wrong($"Input.Rows[{at}].Name", "Nhập tên chứng nhận");
            }

            if (row.IssuedOn > Desk.Today)
            {
                Wrong($"Input.Rows[{at}].IssuedOn", "Ngày cấp không thể sau hôm nay");
            }

            if (row.ExpiresOn < row.IssuedOn)
            {
                Wrong($"Input.Rows[{at}].ExpiresOn", "Ngày hết hạn trước ngày cấp");
            }
        }

        return Task.CompletedTask;
    }

    protected override Task ApplyAsync(CancellationToken cancellationToken)
    {
        var rows = Said.Select(pair => pair.Row).ToList();
        foreach (var gone in Kept.Certificates.Where(certificate => rows.TrueForAll(row => row.Id != certificate.Id)))
        {
            Desk.Db.Remove(gone);
        }

        foreach (var row in rows)
        {
            var certificate = Kept.Certificates.FirstOrDefault(known => known.Id == row.Id);
            if (certificate is null)
            {
                certificate = new HeldCertificate(Guid.CreateVersion7(), Kept.Cooperative.Id);
                Desk.Db.Add(certificate);
            }

            // Numbers issued earlier keep the province code of their time, letter for letter.
            var number = string.IsNullOrWhiteSpace(row.Number) ? null : row.Number.Trim();
            certificate.Describe(new CertificateContent(VietnameseText.OnOneLine(row.Name)!, number, VietnameseText.OnOneLine(row.IssuedBy), VietnameseText.OnOneLine(row.Covers), row.IssuedOn, row.ExpiresOn));
        }

        return Task.CompletedTask;
    }

    private static string Day(DateOnly? day) => day is { } known ? VietnamTime.Written(known) : "–";
}

internal sealed class CertificateRow
{
    public Guid? Id { get; set; }

    [Display(Name = "Tên chứng nhận")]
    [StringLength(HeldCertificate.NameMaxLength, ErrorMessage = BaseInput.TooLong)]
    public string? Name { get; set; }

    [Display(Name = "Số chứng nhận")]
    [StringLength(HeldCertificate.NumberMaxLength, ErrorMessage = BaseInput.TooLong)]
    public string? Number { get; set; }

    [Display(Name = "Nơi cấp")]
    [StringLength(HeldCertificate.BodyMaxLength, ErrorMessage = BaseInput.TooLong)]
    public string? IssuedBy { get; set; }

    [Display(Name = "Cho sản phẩm, diện tích")]
    [StringLength(HeldCertificate.BodyMaxLength, ErrorMessage = BaseInput.TooLong)]
    public string? Covers { get; set; }

    [Display(Name = "Cấp ngày")]
    [Range(typeof(DateOnly), RecordDays.First, RecordDays.Last, ParseLimitsInInvariantCulture = true, ErrorMessage = RecordDays.Outside)]
    public DateOnly? IssuedOn { get; set; }

    [Display(Name = "Hết hạn ngày")]
    [Range(typeof(DateOnly), RecordDays.First, RecordDays.Last, ParseLimitsInInvariantCulture = true, ErrorMessage = RecordDays.Outside)]
    public DateOnly? ExpiresOn { get; set; }
}
