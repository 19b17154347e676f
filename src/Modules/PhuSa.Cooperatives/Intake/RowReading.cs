using System.Globalization;
using PhuSa.Cooperatives.Office;
using PhuSa.Cooperatives.Registry;
using PhuSa.Organisations.Contracts;
using PhuSa.Places.Contracts;
using PhuSa.Platform.Import;
using PhuSa.Vietnamese;

namespace PhuSa.Cooperatives.Intake;

/// <summary>Reads the rows of one table by its layout. What cannot be read is told cell by cell; nothing is guessed.</summary>
internal sealed class RowReading(IntakeLayout layout, IReadOnlyList<string> headings, DateOnly today)
{
    /// <summary>As for a day of a name that an officer types: a slip of the year is told.</summary>
    private const int FirstNameYear = 1945;

    private static readonly string[] Totals = ["tong", "tong cong", "cong", "tong so"];
    private readonly Dictionary<string, PlaceFact?> _units = new(StringComparer.Ordinal);

    /// <summary>Looks the units up that the rows name by their codes.</summary>
    public async Task PrepareAsync(IEnumerable<LooseRow> rows, IPlaces places, CancellationToken cancellationToken)
    {
        var column = Array.IndexOf([.. layout.Targets], IntakeTarget.PlaceCode);
        foreach (var code in column < 0 ? [] : rows.Select(row => row.Cell(column)).Where(code => code.Length > 0).Distinct(StringComparer.Ordinal))
        {
            if (_units.ContainsKey(code))
            {
                continue;
            }

            _units[code] = code.Split('@') is [var bare, var day]
                ? DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var on) ? await places.FindAsync(bare, on, cancellationToken) : null
                : await places.VersionsAsync(code, cancellationToken) is [var only] ? only : null;
        }
    }

    public RowValues Read(LooseRow row, List<RowProblem> problems)
    {
        var values = new RowValues(row.Line);
        for (var i = 0; i < layout.Targets.Count; i++)
        {
            var target = layout.Targets[i];
            if (target == IntakeTarget.None || row.Cell(i) is not { Length: > 0 } cell)
            {
                continue;
            }

            if (LooseTable.LettersProblem(cell) is { } letters)
            {
                problems.Add(new RowProblem(row.Line, headings[i], "Chữ trong ô không đọc được: {0}", [letters]));
            }
            else if (Value(target, cell) is { } value)
            {
                values.Set(target, value);
            }
            else
            {
                var (sentence, args) = Wrong(target, cell);
                problems.Add(new RowProblem(row.Line, headings[i], sentence, args));
            }
        }

        Check(values, row, problems);
        return values;
    }

    /// <summary>One value as a form has it; where it cannot be read, what is accepted: a sentence with its places.</summary>
    public (object? Value, string Sentence, IReadOnlyList<string> Args) One(IntakeTarget target, string typed)
    {
        if (target == IntakeTarget.MapPoint && Coordinates.TryRead(typed, out var point) && !point.IsInVietnam)
        {
            return (null, Coordinates.Outside, []);
        }

        var (sentence, args) = Accepted(target);
        return (LooseTable.LettersProblem(typed) is null ? Value(target, typed) : null, sentence, args);
    }

    public string? HeadingOf(IntakeTarget target) => layout.Targets.ToList().IndexOf(target) is >= 0 and var at ? headings[at] : null;

    private static void Check(RowValues values, LooseRow row, List<RowProblem> problems)
    {
        if (values.Name is { } name && (Totals.Contains(SearchText.Fold(name)) || !name.Any(char.IsLetter)))
        {
            problems.Add(new RowProblem(row.Line, null, "Đây là dòng cộng hoặc dòng đánh số, không phải một hợp tác xã.", []));
        }

        if (values.Has(IntakeTarget.StatusOn) && !values.Has(IntakeTarget.Status))
        {
            problems.Add(new RowProblem(row.Line, null, "Có ngày của tình trạng nhưng không có tình trạng.", []));
        }

        if (values.Has(IntakeTarget.DirectorPhone) && !values.Has(IntakeTarget.Director))
        {
            problems.Add(new RowProblem(row.Line, null, "Có điện thoại của giám đốc nhưng không có tên giám đốc.", []));
        }
    }

    private object? Value(IntakeTarget target, string cell) => target switch
    {
        IntakeTarget.Kind => Kind(cell) is { } kind ? kind : null,
        IntakeTarget.Founded => ImportColumns.TryTime(cell, out var time) && !(time.From > today) ? time : null,
        IntakeTarget.Sector => Sector(cell) is { } sector ? sector : null,
        IntakeTarget.PlaceCode => _units.GetValueOrDefault(cell),
        IntakeTarget.Phone or IntakeTarget.DirectorPhone => PhoneWords.TryRead(WithItsZero(cell), out var phone) ? phone : null,
        IntakeTarget.Email => Platform.Rules.LetterBox.IsAddress(cell) && cell.Length <= CooperativeContact.EmailMaxLength ? cell : null,
        IntakeTarget.Website => Site(cell),
        IntakeTarget.Status => Status(cell) is { } status ? status : null,
        IntakeTarget.StatusOn => ImportColumns.TryTime(cell, out var on) && on is { Precision: Platform.Rules.Precision.Day, From: { } day } && day <= today ? day : null,
        IntakeTarget.Year => int.TryParse(cell, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year >= CooperativeYear.FirstYear && year <= today.Year ? year : null,
        IntakeTarget.OfficialMembers or IntakeTarget.CapitalLinkedMembers or IntakeTarget.LinkedMembers or IntakeTarget.Employees => Dong.TryParse(cell, out var members) && members <= CooperativeYear.MostMembers ? (int)members : null,
        IntakeTarget.Capital or IntakeTarget.Revenue or IntakeTarget.Assets or IntakeTarget.Investment => Money(cell) is { } amount ? amount : null,
        IntakeTarget.FormerNumbers => Numbers(cell),
        IntakeTarget.Products => ProductList.Read(cell) is { Count: > 0 } products ? products : null,
        IntakeTarget.CertificateOn => Day(cell) is { } issued && issued <= today ? issued : null,
        IntakeTarget.CertificateTo => Day(cell) is { } last ? last : null,
        IntakeTarget.NameOn or IntakeTarget.DirectorOn => Day(cell) is { Year: >= FirstNameYear } named && named <= today ? named : null,
        IntakeTarget.MapPoint => Coordinates.TryRead(cell, out var point) && point.IsInVietnam ? point : null,
        _ => Text(target, cell),
    };

    private static string? Text(IntakeTarget target, string cell)
    {
        var line = string.Join(' ', cell.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= MostLetters(target) ? line : null;
    }

    private static int MostLetters(IntakeTarget target) => target switch
    {
        IntakeTarget.Code => Cooperative.CodeMaxLength,
        IntakeTarget.Name => Cooperative.NameMaxLength,
        IntakeTarget.ShortName => Cooperative.ShortNameMaxLength,
        IntakeTarget.Number => Cooperative.RegistrationNumberMaxLength,
        IntakeTarget.Body => Cooperative.BodyMaxLength,
        IntakeTarget.Field => Cooperative.FieldMaxLength,
        IntakeTarget.Place => Cooperative.PlaceTextMaxLength,
        IntakeTarget.Street => CooperativeContact.StreetMaxLength,
        IntakeTarget.Source or IntakeTarget.NameSource or IntakeTarget.DirectorSource => Cooperative.SourceMaxLength,
        IntakeTarget.CertificateNumber => HeldCertificate.NumberMaxLength,
        IntakeTarget.CertificateBody or IntakeTarget.CertificateCovers => HeldCertificate.BodyMaxLength,
        _ => BoardMember.NameMaxLength,
    };

    /// <summary>A spreadsheet that took a telephone for a number dropped the zero in front of it.</summary>
    private static string WithItsZero(string cell) => cell.Length == 9 && cell[0] != '0' && cell.All(char.IsAsciiDigit) ? "0" + cell : cell;

    private static string? Site(string cell)
    {
        var address = cell.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? "https://" + cell : cell;
        return address.Length <= CooperativeContact.WebsiteMaxLength && Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" ? address : null;
    }

    private static DateOnly? Day(string cell) => ImportColumns.TryTime(cell, out var time) && time is { Precision: Platform.Rules.Precision.Day, From: { Year: <= 2100 } day } ? day : null;

    private static List<string>? Numbers(string cell)
    {
        var numbers = cell.Split([';', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal).ToList();
        return numbers.Count is > 0 and <= Cooperative.MostFormerNumbers && numbers.TrueForAll(number => number.Length <= Cooperative.RegistrationNumberMaxLength) ? numbers : null;
    }

    /// <summary>Whole đồng. In another unit a part after a comma counts; a dot before three digits could be read in two ways and is refused.</summary>
    private long? Money(string cell)
    {
        if (Dong.TryParse(cell, out var whole) && (layout.MoneyUnit == 1 || !cell.Contains('.', StringComparison.Ordinal)))
        {
            return whole <= CooperativeYear.MostMoney / layout.MoneyUnit ? whole * layout.MoneyUnit : null;
        }

        var point = cell.Split('.') is [_, { Length: 3 }] ? -1 : cell.LastIndexOfAny([',', '.']);
        if (layout.MoneyUnit == 1 || point < 0 || !decimal.TryParse($"{cell[..point].Replace(".", "", StringComparison.Ordinal)}.{cell[(point + 1)..]}", NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var part) || part > CooperativeYear.MostMoney / layout.MoneyUnit)
        {
            return null;
        }

        var amount = part * layout.MoneyUnit;
        return amount == decimal.Truncate(amount) ? (long)amount : null;
    }

    private static OrganisationKind? Kind(string cell) => SearchText.Fold(cell) switch
    {
        "hop tac xa" or "htx" => OrganisationKind.Cooperative,
        "lien hiep hop tac xa" or "lien hiep htx" or "lhhtx" => OrganisationKind.CooperativeUnion,
        "to hop tac" or "tht" => OrganisationKind.CooperativeGroup,
        "quy tin dung nhan dan" or "qtdnd" or "quy tin dung" => OrganisationKind.PeoplesCreditFund,
        _ => null,
    };

    private static CooperativeSector? Sector(string cell)
    {
        var folded = SearchText.Fold(cell);
        return Enum.GetValues<CooperativeSector>().Where(sector => SearchText.Fold(RegistryWords.Of(sector)) == folded).Select(sector => (CooperativeSector?)sector).FirstOrDefault() ?? folded switch
        {
            "nong nghiep" or "nn" or "lam nghiep" or "thuy san" or "ngu nghiep" or "diem nghiep" or "nong lam ngu nghiep" => CooperativeSector.Agriculture,
            "cong nghiep" or "xay dung" or "tieu thu cong nghiep" or "ttcn" or "cn ttcn" or "cong nghiep xay dung" => CooperativeSector.Industry,
            "tin dung" or "tai chinh" or "quy tin dung" or "bao hiem" => CooperativeSector.Finance,
            "dich vu" or "thuong mai" or "van tai" or "giao thong van tai" or "thuong mai dich vu" or "linh vuc khac" or "khac" => CooperativeSector.Services,
            _ => null,
        };
    }

    private static CooperativeStatus? Status(string cell) => SearchText.Fold(cell) switch
    {
        "dang hoat dong" or "hoat dong" => CooperativeStatus.Active,
        "tam ngung hoat dong" or "tam ngung" or "ngung hoat dong" or "tam dung" => CooperativeStatus.Suspended,
        "dang giai the" or "dang lam thu tuc giai the" or "cho giai the" => CooperativeStatus.Dissolving,
        "da giai the" or "giai the" => CooperativeStatus.Dissolved,
        _ => null,
    };

    /// <summary>What is wrong with a cell: money in another unit with a dot before three digits is not misspelt, it says two things.</summary>
    private (string Sentence, IReadOnlyList<string> Args) Wrong(IntakeTarget target, string cell) =>
        layout.MoneyUnit != 1 && target is IntakeTarget.Capital or IntakeTarget.Revenue or IntakeTarget.Assets or IntakeTarget.Investment && Dong.TryParse(cell, out _) && cell.Split('.') is [var front, { Length: 3 } back]
            ? ("“{0}” đọc được hai cách theo đơn vị đã chọn: {1} hay {2}? Ghi số không có dấu chấm, hoặc dùng dấu phẩy cho phần lẻ.", [cell, front + back, $"{front},{back}"])
            : Accepted(target);

    /// <summary>What is accepted, where a cell is not.</summary>
    private static (string Sentence, IReadOnlyList<string> Args) Accepted(IntakeTarget target) => target switch
    {
        IntakeTarget.Kind => ("Loại hình phải là hợp tác xã, liên hiệp hợp tác xã, tổ hợp tác hoặc quỹ tín dụng nhân dân.", []),
        IntakeTarget.Founded => ("Thời điểm thành lập ghi ngày 09/07/2020, tháng 07/2020 hoặc năm 2020, không sau hôm nay.", []),
        IntakeTarget.Sector => ("Lĩnh vực không có trong bốn lĩnh vực của Nghị định 113/2024.", []),
        IntakeTarget.PlaceCode => ("Mã đơn vị hành chính không có, hoặc đã dùng cho nhiều đơn vị; khi đó ghi mã@ngày đầu tiên, dạng 30341@2025-07-01.", []),
        IntakeTarget.Phone or IntakeTarget.DirectorPhone => ("Số điện thoại không đúng. Ghi như 0912 345 678.", []),
        IntakeTarget.Email => ("Thư điện tử không đúng. Ghi như ten@tenmien.vn.", []),
        IntakeTarget.Website => ("Địa chỉ trang web phải bắt đầu bằng https:// hoặc http://", []),
        IntakeTarget.Status => ("Tình trạng phải là đang hoạt động, tạm ngừng hoạt động, đang giải thể hoặc đã giải thể.", []),
        IntakeTarget.StatusOn => ("Ngày ghi dạng 09/07/2020, không sau hôm nay.", []),
        IntakeTarget.CertificateOn => ("Ngày ghi dạng 09/07/2020, không sau hôm nay.", []),
        IntakeTarget.NameOn => ("Ngày đổi tên ghi dạng 09/07/2020, từ năm {0} và không sau hôm nay.", [FirstNameYear.ToString(CultureInfo.InvariantCulture)]),
        IntakeTarget.DirectorOn => ("Ngày nhận chức ghi dạng 09/07/2020, từ năm {0} và không sau hôm nay.", [FirstNameYear.ToString(CultureInfo.InvariantCulture)]),
        IntakeTarget.MapPoint => ("Vị trí ghi vĩ độ rồi kinh độ, dạng 10.386512, 105.435120.", []),
        IntakeTarget.CertificateTo => ("Ngày ghi dạng 09/07/2020.", []),
        IntakeTarget.Year => ("Năm phải từ {0} đến năm nay", [CooperativeYear.FirstYear.ToString(CultureInfo.InvariantCulture)]),
        IntakeTarget.OfficialMembers or IntakeTarget.CapitalLinkedMembers or IntakeTarget.LinkedMembers => ("Số thành viên ghi số nguyên, dạng 1200 hoặc 1.200.", []),
        IntakeTarget.Employees => ("Số người lao động ghi số nguyên, dạng 120 hoặc 1.200.", []),
        IntakeTarget.Capital or IntakeTarget.Revenue or IntakeTarget.Assets or IntakeTarget.Investment => ("Số tiền không đọc được theo đơn vị đã chọn. Ghi dạng 2500000 hoặc 2.500.000; phần lẻ sau dấu phẩy, và không lẻ hơn một đồng.", []),
        IntakeTarget.Products => ("Ghi tối đa {0} sản phẩm, cách nhau bằng dấu phẩy hoặc chấm phẩy, mỗi tên tối đa {1} ký tự.", [Cooperative.MostProducts.ToString(CultureInfo.InvariantCulture), Cooperative.ProductMaxLength.ToString(CultureInfo.InvariantCulture)]),
        IntakeTarget.FormerNumbers => ("Ghi tối đa {0} số cũ, cách nhau bằng dấu chấm phẩy.", [Cooperative.MostFormerNumbers.ToString(CultureInfo.InvariantCulture)]),
        _ => ("Ô này dài quá {0} ký tự.", [MostLetters(target).ToString(CultureInfo.InvariantCulture)]),
    };
}
