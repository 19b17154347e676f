using System.Globalization;
using System.Text;

namespace PhuSa.Bench;

/// <summary>Made-up articles of about three hundred words, the same at each run; a few in a hundred hold planted phrases.</summary>
internal static class SearchArticles
{
    private const int Words = 300;

    /// <summary>The most used words first.</summary>
    private static readonly string[] Vocabulary = Ranked(("của và các trong là có được cho với không người những một đã để khi này đến năm tỉnh về từ ở ra vào nông nghiệp hợp tác xã sản xuất phẩm công nghệ khoa học "
        + "An Giang phát triển hỗ trợ quản lý thực hiện chương trình kế hoạch huyện thành phố thị trấn xã viên doanh nhân dân nước lúa gạo xoài cá tra rau màu giống cây con "
        + "phân bón thuốc máy móc sấy kho bảo quản chế biến đóng gói nhãn hiệu chứng nhận tập thể đăng ký bảo hộ sở hữu trí tuệ chất lượng tiêu chuẩn kiểm tra giám sát "
        + "hội nghị thảo tập huấn kết nối cung cầu thị trường xuất khẩu bán hàng giá vốn vay ngân sách chi phí đồng triệu tỷ thu lợi nhuận thuế quyết định nghị văn bản công báo cáo "
        + "sơ tổng đánh giá khó khăn thuận giải pháp nhiệm vụ mục tiêu giai đoạn đầu cuối quý tháng tuần ngày giờ sáng chiều tối mùa vụ đông xuân hè thu nắng mưa lũ hạn mặn sông kênh rạch đê cống "
        + "ruộng vườn ao chuồng trại bò heo gà vịt tôm mắm đường thốt nốt nho rừng rượu chợ phiên lễ hội chùa Khmer Chăm Hoa Kinh Tịnh Biên Tri Tôn Thoại Sơn Châu Phú Châu Đốc Long Xuyên Tân Châu Phú Tân Chợ Mới An Phú")
        .Split(' ', StringSplitOptions.RemoveEmptyEntries));

    public static string Title(int number) => $"{Capital(Sentence(new Random(number), 9))} – số {number.ToString(CultureInfo.InvariantCulture)}";

    public static DateOnly Day(int number) => new DateOnly(2006, 1, 1).AddDays(number / 14);

    public static string Body(int number)
    {
        var random = new Random(number * 7919);
        var body = new StringBuilder();
        for (var words = 0; words < Words;)
        {
            var length = 8 + random.Next(14);
            body.Append(Capital(Sentence(random, length))).Append(". ");
            words += length;
            if (words is > 100 and < 125)
            {
                body.Append(Planted(number));
            }
        }

        return body.ToString();
    }

    /// <summary>Two hundred pieces of the articles, half of them without marks, and forty planted ones.</summary>
    public static IReadOnlyList<string> Questions(int articles)
    {
        var random = new Random(7);
        var questions = new List<string>();
        for (var i = 0; i < 200; i++)
        {
            var words = Body(1 + (i * (articles / 200))).Split([' ', '.'], StringSplitOptions.RemoveEmptyEntries);
            var length = 2 + random.Next(3);
            var from = random.Next(words.Length - length);
            var question = string.Join(' ', words.Skip(from).Take(length));
            questions.Add(i % 2 == 0 ? question : PhuSa.Vietnamese.SearchText.Fold(question));
        }

        string[] planted = ["nhãn hiệu chứng nhận", "nhan hieu chung nhan", "hợp tác xã", "đất đai đô thị"];
        questions.AddRange(Enumerable.Repeat(planted, 10).SelectMany(question => question));
        return questions;
    }

    private static string Planted(int number) => (number % 100, number % 200) switch
    {
        (7, _) => "Nhãn hiệu chứng nhận An Giang. ",
        (8, _) => "Chứng từ ghi nhãn rồi được nhận khi hiệu lực. ",
        (_, 11) => "Quy hoạch đất đai đô thị. ",
        (_, 12) => "Đi dắt dài dò thi. ",
        _ => "",
    };

    /// <summary>The word of rank r is drawn with a chance of about 1 : r, as words of a language are (Zipf).</summary>
    private static string Sentence(Random random, int length) =>
        string.Join(' ', Enumerable.Range(0, length).Select(_ => Vocabulary[(int)Math.Pow(Vocabulary.Length + 1, random.NextDouble()) - 1]));

    /// <summary>Vietnamese is written in some thousands of syllables: after the words of the field come made-up ones, in a mixed order that is always the same.</summary>
    private static string[] Ranked(string[] words)
    {
        string[] onsets = ["b", "c", "ch", "d", "đ", "g", "gi", "h", "kh", "l", "m", "n", "ng", "nh", "ph", "qu", "r", "s", "t", "th", "tr", "v", "x"];
        string[] rhymes = ["a", "á", "à", "ạ", "an", "án", "ang", "áng", "ao", "ảo", "ay", "ây", "âm", "ân", "ấn", "e", "ẹ", "em", "ên", "i", "inh", "ính", "o", "on", "ông", "ống", "ơ", "ơi", "u", "ung", "ương", "ướng", "ưu", "y"];
        var syllables = (from onset in onsets from rhyme in rhymes select onset + rhyme).Except(words, StringComparer.Ordinal).ToArray();
        new Random(3).Shuffle(syllables);
        return [.. words, .. syllables];
    }

    private static string Capital(string sentence) => char.ToUpper(sentence[0], CultureInfo.InvariantCulture) + sentence[1..];
}
