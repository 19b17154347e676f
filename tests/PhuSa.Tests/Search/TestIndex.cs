using System.Text;
using PhuSa.Platform.Data.Search;
using PhuSa.Platform.Search;
using PhuSa.Vietnamese;

namespace PhuSa.Tests.Search;

/// <summary>
/// An index of ten thousand generated documents with planted ones, newest last: by their number some hold a phrase, some its words scattered,
/// some other words of the same letters.
/// </summary>
public sealed class TestIndex : IDisposable
{
    public const int Documents = 10_000;

    private static readonly string[] Syllables =
        "lúa gạo ruộng vườn xoài sông kênh rạch mùa vụ giống phân nước đồng cỏ bò cá tôm chợ giá máy sấy kho bao thùng xe đường cầu bến làng ấp xóm nhà trường lớp học sách vở thầy cô bạn trẻ già khoẻ vui".Split(' ');

    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"phusa_search_{Guid.CreateVersion7():N}");

    public TestIndex()
    {
        Directory.CreateDirectory(_folder);
        File = Make(Enumerable.Range(1, Documents).Select(Document));
    }

    internal IndexFile File { get; }

    internal static SearchScope Everyone { get; } = new(new DateTime(2026, 7, 1, 0, 0, 0, DateTimeKind.Utc), SearchPlace.Everywhere, "", null, null, null, Rights: null, default);

    public static bool HasPhrase(int number) => number % 100 == 7 || number % 1000 == 21 || number == 1;

    public static bool IsScattered(int number) => number % 100 == 8;

    public static bool HasOtherTones(int number) => number % 100 == 9;

    public static bool IsLand(int number) => number % 50 == 11;

    public static bool IsLeading(int number) => number % 50 == 12;

    public static IReadOnlySet<int> Planted(Func<int, bool> which) => Enumerable.Range(1, Documents).Where(which).ToHashSet();

    /// <summary>The numbers of the first documents, in their order.</summary>
    internal IReadOnlyList<int> Find(string typed, int most = Documents) => Find(File, typed, most);

    internal static IReadOnlyList<int> Find(IndexFile file, string typed, int most = Documents, SearchScope? scope = null) => file.Read(reader =>
        SearchEngine.Ranked(reader, SearchQuery.Read(typed), scope ?? Everyone, most, byBeginning: false).ConvertAll(id => int.Parse(reader.Text(id).Url[1..], System.Globalization.CultureInfo.InvariantCulture)));

    /// <summary>An index of these documents in a file of its own.</summary>
    internal IndexFile Make(IEnumerable<SearchDocument> documents)
    {
        var path = Path.Combine(_folder, $"{Guid.CreateVersion7():N}.db");
        using (var writer = IndexFile.Create(path))
        {
            writer.Put("bai-viet", [], documents);
            writer.Finish(ChangeCursor.Start);
        }

        return IndexFile.Open(path)!;
    }

    internal static SearchDocument Of(int number, string title, string body = "", DateOnly? day = null) => new(new Guid(number, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0]), $"/{number}", title, body) { Day = day };

    public void Dispose()
    {
        File.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private static SearchDocument Document(int number)
    {
        var random = new Random(number);
        var body = new StringBuilder();
        for (var i = 0; i < 40; i++)
        {
            body.Append(Syllables[random.Next(Syllables.Length)]).Append(i % 9 == 8 ? ". " : " ");
            if (i == 20)
            {
                body.Append(PlantedIn(number)).Append(' ');
            }
        }

        return Of(number, $"Tin {Syllables[number % Syllables.Length]} số {number}", body.ToString(), new DateOnly(2015, 1, 1).AddDays(number / 5));
    }

    private static string PlantedIn(int number) =>
        HasPhrase(number) ? (number % 3 == 0 ? "Nhãn hiệu chứng nhận".Normalize(NormalizationForm.FormD) : "nhãn hiệu chứng nhận")
        : IsScattered(number) ? "chứng cớ rằng nhãn kia được công nhận là có hiệu lực"
        : HasOtherTones(number) ? "nhân hiếu chừng nhẫn"
        : IsLand(number) ? "đất đai đô thị"
        : IsLeading(number) ? "dắt dài dò thi"
        : "";
}
