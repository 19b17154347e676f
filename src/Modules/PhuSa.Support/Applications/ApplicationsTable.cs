using Microsoft.EntityFrameworkCore;
using PhuSa.Platform.Data;
using PhuSa.Platform.Import;
using PhuSa.Platform.Rules;
using PhuSa.Support.Schemes;

namespace PhuSa.Support.Applications;

/// <summary><c>support-applications.csv</c>: requests for support and the replies to them.</summary>
internal sealed class ApplicationsTable : ImportTable<SupportApplication>
{
    private static readonly Dictionary<string, ApplicationStatus> Statuses = new(StringComparer.Ordinal)
    {
        ["received"] = ApplicationStatus.Received,
        ["replied"] = ApplicationStatus.Replied,
    };

    private static readonly Column<string> Code = ImportColumns.Code("code", "Mã hồ sơ, cũng là phần cuối địa chỉ trang", "htx-a-nha-luoi");
    private static readonly Column<Guid?> Scheme = ImportColumns.Reference("scheme", "Mã chính sách", "doi-moi-cong-nghe", "support-schemes", required: true);
    private static readonly Column<Guid?> Version = ImportColumns.Reference("version", "Mã bản quy định dùng để xét; để trống thì lấy bản có hiệu lực vào ngày nhận", "doi-moi-cong-nghe.2020", "support-scheme-versions");
    private static readonly Column<Guid?> Applicant = ImportColumns.Reference("applicant", "Đơn vị đề nghị", "htx-a", "cooperatives", required: true);
    private static readonly Column<string> ProjectTitle = ImportColumns.Text("project_title", "Tên dự án, đúng từng chữ", "Ứng dụng nhà lưới", SupportApplication.TitleMaxLength, required: true);
    private static readonly Column<RecordTime> ReceivedOn = ImportColumns.Time("received_on", "Ngày nhận hồ sơ", "2020-03-02");
    private static readonly Column<long?> Requested = ImportColumns.Money("requested_amount", "Số tiền đề nghị hỗ trợ (đồng)", "");
    private static readonly Column<ApplicationStatus?> Status = ImportColumns.Choice("status", "Tình trạng: đang xem xét hoặc đã phúc đáp", "replied", Statuses, required: true);
    private static readonly Column<Guid?> Reply = ImportColumns.Reference("reply", "Văn bản phúc đáp", "cv-phuc-dap", "papers");
    private static readonly Column<RecordTime> RepliedOn = ImportColumns.Time("replied_on", "Ngày phúc đáp", "2020-04-01");
    private static readonly Column<bool> Published = ImportColumns.Flag("published", "Đã có bài công khai nói về hồ sơ này, nên được hiển thị", "không");
    private static readonly Column<string> Programme = ImportColumns.KeyIn("programmes", "programme", "Mã chương trình phối hợp", "phoi-hop-2019-2020");
    private static readonly Column<string> Source = ImportColumns.Text("source", "Nguồn của thông tin", "Báo cáo của Sở", SupportApplication.SourceMaxLength);

    public override string Name => "support-applications";

    public override string Meaning => "Hồ sơ đề nghị hỗ trợ và văn bản phúc đáp";

    public override IReadOnlyList<Column> Columns { get; } =
        [Code, Scheme, Version, Applicant, ProjectTitle, ReceivedOn, Requested, Status, Reply, RepliedOn, Published, Programme, Source];

    public override IReadOnlyList<Column> Key { get; } = [Code];

    public override async Task LoadAsync(ImportScope scope, CancellationToken cancellationToken)
    {
        await base.LoadAsync(scope, cancellationToken);
        await scope.Db.Set<SchemeVersion>().LoadAsync(cancellationToken);
    }

    protected override IQueryable<SupportApplication> Records(AppDbContext db) => db.Set<SupportApplication>().AsSplitQuery();

    protected override IQueryable<NaturalKey> Keys(AppDbContext db) => db.Set<SupportApplication>().Select(a => new NaturalKey(a.Code, a.Id));

    protected override string KeyOf(SupportApplication record) => record.Code;

    protected override Guid IdOf(SupportApplication record) => record.Id;

    protected override SupportApplication Create(ImportRow row, ImportScope scope)
    {
        var application = new SupportApplication(scope.NewId(), row.Must(Code), row.Must(Scheme), Details(row), row.Must(Status), scope.By, scope.Now);
        application.Tell(row.Must(Status), Answer(row), scope.By, scope.Now);
        Bind(application, row, scope);
        return application;
    }

    protected override void Update(SupportApplication record, ImportRow row, ImportScope scope)
    {
        if (row.Must(Scheme) != record.SchemeId)
        {
            row.Refuse(Scheme, "hồ sơ không chuyển sang chính sách khác được; hãy lập hồ sơ mới.");
        }

        record.Describe(Details(row));
        record.Tell(row.Must(Status), Answer(row), scope.By, scope.Now);
        Bind(record, row, scope);
    }

    /// <summary>The version that was in force may have come on record only now.</summary>
    protected override void Pass(SupportApplication record, ImportRow row, ImportScope scope)
    {
        if (record.SchemeVersionId is null)
        {
            Bind(record, row, scope);
        }
    }

    /// <summary>The version the row names; without one, the version in force on the day it was received, once and for all.</summary>
    private static void Bind(SupportApplication application, ImportRow row, ImportScope scope)
    {
        var named = row.Read(Version) ?? application.SchemeVersionId;
        if (row.HasErrors)
        {
            return;
        }

        var versions = scope.Db.Set<SchemeVersion>().Local;
        var version = named is { } id
            ? versions.FirstOrDefault(v => v.Id == id)
            : versions.FirstOrDefault(v => v.SchemeId == application.SchemeId && v.InForce(application.ReceivedAt) == Truth.Yes);
        if (version is not null)
        {
            application.Bind(version);
        }
    }

    private static ApplicationDetails Details(ImportRow row) => new(
        row.Must(Applicant),
        row.Must(ProjectTitle),
        row.Time(ReceivedOn),
        row.Read(Requested),
        row.Read(Published),
        row.Read(Programme),
        row.Read(Source));

    private static ReplyDetails Answer(ImportRow row) => new(row.Read(Reply), row.Time(RepliedOn));
}
