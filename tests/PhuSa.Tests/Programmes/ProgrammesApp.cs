using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Platform.Figures;
using PhuSa.Platform.Rules;
using PhuSa.Programmes.Contracts;
using PhuSa.Tests.Import;

namespace PhuSa.Tests.Programmes;

/// <summary>A counting rule whose answer a test decides.</summary>
internal sealed class TestFigure(string code, string name, string unit, Func<FigureRequest, FigureReading> read, int version = 1) : IFigure
{
    public FigureDefinition Definition { get; } = new(code, name, $"Định nghĩa của {name}.", unit, version);

    public Func<FigureRequest, FigureReading> Reading { get; set; } = read;

    public int Reads { get; private set; }

    public Task<FigureReading> ReadAsync(FigureRequest request, CancellationToken cancellationToken)
    {
        Reads++;
        return Task.FromResult(Reading(request));
    }
}

/// <summary>The product with the samples, a programme of its own beside them, and figures that a test can turn.</summary>
public sealed class ProgrammesApp : App, IAsyncLifetime
{
    public const string Open = "thu-mot";

    internal static readonly IReadOnlyList<Evidence> Six =
    [
        Granted("Hợp tác xã Một", "Gạo thử"), Granted("Hợp tác xã Hai", "Gạo thử"), Granted("Hợp tác xã Ba", "Gạo thử"),
        Granted("Hợp tác xã Bốn", "Nước ép thử"), Granted("Hợp tác xã Năm", "Quả thử"), Granted("Hợp tác xã Giấu", "Quả thử", isPublic: false),
    ];

    private static readonly IReadOnlyList<Evidence> Sessions = [.. Enumerable.Range(1, 3).Select(i => Record("test_sessions", $"Buổi {i}", $"Chủ đề {i}"))];

    private static readonly IReadOnlyList<Evidence> PaidRecords = [Record("test_paid", "Khoản thử")];
    private static readonly IReadOnlyList<Evidence> AboutRecords = [Record("test_source", "Nguồn thử")];
    private static readonly IReadOnlyList<Evidence> HandRecords = [Record("test_source", "Nguồn đợt đầu")];
    private static readonly IReadOnlyList<Evidence> Verdicts = [Verdict()];

    internal TestFigure Holders { get; } = new("test.granted", "Hợp tác xã thử được trao quyền", "hợp tác xã", _ => Counted(6, Six), version: 3);

    internal TestFigure Paid { get; } = new("test.paid", "Tiền hỗ trợ thử", "đồng", _ => Counted(2_500_000, PaidRecords));

    internal IReadOnlyList<TestFigure> Figures =>
    [
        Holders,
        Paid,
        new("test.about", "Đại biểu thử", "đại biểu", _ => new() { Value = 50, Approximate = true, Origin = FigureOrigin.Manual, Evidence = AboutRecords }),
        new("test.hand", "Đợt đầu thử", "đơn vị", _ => new() { Value = 8, Origin = FigureOrigin.Manual, Evidence = HandRecords, Note = "Tên từng đơn vị không có trong nguồn thử." }),
        new("test.unknown", "Tỷ lệ thử", "%", _ => FigureReading.NotKnown("Chưa có danh sách điểm danh thử.", [])),
        new("test.replies", "Phúc đáp thử", "hồ sơ", _ => Counted(1, Verdicts)),
        new("test.sessions", "Buổi thử", "buổi", request => Counting.Count([.. Sessions.Select(e => new Countable(e, RecordTime.Unknown, "thu-nghiem"))], request)),
    ];

    public new async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        using var folder = TestReviews.Folder(Open);
        var result = await ImportAsync(folder.Path);
        Assert.Empty(result.Errors);
    }

    internal static Evidence Record(string kind, string title, string? group = null, bool isPublic = true) =>
        new(kind, Guid.CreateVersion7(), title, group, Url: null, [new("Nguồn", "Bài thử"), new("Ngày", null)], isPublic);

    internal static FigureReading Counted(long value, IReadOnlyList<Evidence> evidence) => new() { Value = value, Evidence = evidence };

    internal static Evidence Granted(string title, string product, bool isPublic = true) => Record("test_grants", title, product, isPublic);

    internal Task<FrozenReview> FreezeAsync(string slug) => InScopeAsync(services =>
        services.GetRequiredService<IReviewFreezing>().FreezeAsync(slug, new Actor("Dòng lệnh", "tester"), CancellationToken.None));

    /// <summary>Imports one more review with the same text.</summary>
    internal async Task AddReviewAsync(string slug)
    {
        using var folder = TestReviews.Folder(slug);
        Assert.Empty((await ImportAsync(folder.Path)).Errors);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.ConfigureServices(services =>
        {
            foreach (var figure in Figures)
            {
                services.AddSingleton<IFigure>(figure);
            }
        });
    }

    private static Evidence Verdict() => new("test_applications", Guid.CreateVersion7(), "Dự án thử", Group: null, Url: null,
    [
        new("Đơn vị đề nghị", "Hợp tác xã Một"),
        new("Đối tượng", "Đáp ứng"),
        new("Điều kiện", "Chưa đáp ứng"),
        new("Tiêu chí", "Cần hoàn chỉnh"),
        new("Lĩnh vực", null),
        new("Mức hỗ trợ", "Chưa đủ thông tin"),
        new("Nguồn", "Bài thử"),
    ]);
}

/// <summary>A programme of 2019–2020 with an unfinished task, a plan with a target of 4, and reviews over it.</summary>
internal static class TestReviews
{
    public const string Header = "review,position,kind,anchor,text,figure,plan\n";

    public static ImportFolder Folder(string slug, string? parts = null) => new ImportFolder()
        .With("programmes.csv", "code,title,parties,from,to\nthu-nghiem,Chương trình thử 2019–2020,Sở Thử và Hội Thử,2019-01-01,2020-12-31\n")
        .With("plans.csv", "code,programme,year,title,slug,source\nthu-2019,thu-nghiem,2019,Kế hoạch thử 2019,ke-hoach-thu-2019,\nthu-2020,thu-nghiem,2020,Kế hoạch thử 2020,ke-hoach-thu-2020,Bài thử\n")
        .With("plan-items.csv", """
            code,plan,position,title,owner,target,unit,figure,status,carried_from,reason,source
            viec-2019,thu-2019,1,Việc bỏ dở,Sở Thử,,,,carried-over,,Chưa chọn được nơi làm thử,Bài thử
            hoi-thao,thu-2020,1,Mở hội thảo thử,Sở Thử,4,,test.sessions,planned,,,Bài thử
            viec-2020,thu-2020,2,Làm tiếp việc bỏ dở,,,,,planned,viec-2019,,

            """)
        .With("reviews.csv", Reviews(slug))
        .With("review-parts.csv", parts ?? Parts(slug));

    public static string Reviews(string slug, string window = "stage", string from = "2019-01-01", string to = "2020-07-09") =>
        "slug,title,programme,window,period_from,period_to,period_words,event_day,published_on,site,category,summary,governing_body,issuing_bodies,place,number,symbol,signed_on,subject,recipients,filing,signatures\n"
        + $"{slug},Sơ kết thử {slug},thu-nghiem,{window},{from},{to},\"giai đoạn thử, tính đến 9/7/2020\",2020-07-09,2020-07-13,khcn,,Tóm tắt thử.,Ủy ban Thử,Sở Thử,Nơi Thử,,BC-ST,,Sơ kết thử,Hội Thử; Lưu thử,VT,KT. Giám đốc|Phó Giám đốc|\n";

    public static string Parts(string slug, string opening = "Đợt đầu có {test.hand}; sau đó {test.granted} được trao quyền, chi {test.paid}.") => Header + $$"""
        {{slug}},10,section,ket-qua,I. Kết quả thử,,
        {{slug}},20,field,linh-vuc,1. Lĩnh vực thử,,
        {{slug}},30,text,,"{{opening}}",,
        {{slug}},40,evidence,,Bảng thử theo sản phẩm,test.granted,
        {{slug}},50,text,,"Dự hội thảo: {test.about}, riêng con số là {test.about:number}. Tỷ lệ: {test.unknown}.",,
        {{slug}},60,facts,,Kết luận thử,test.replies,
        {{slug}},70,section,kho-khan,II. Khó khăn thử,,
        {{slug}},80,item,,"Đã trả lời {test.replies}; mở {test.sessions}.",,
        {{slug}},90,text,,"Chỉ tiêu: {plan.2020.hoi-thao:target}; làm được: {plan.2020.hoi-thao}.",,
        {{slug}},100,plan,,Việc của năm 2020,,thu-2020

        """;
}
