using System.IO.Compression;
using System.Text;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using PhuSa.Cooperatives.Intake;
using PhuSa.Cooperatives.Registry;
using PhuSa.Documents.Sheets;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Rules;
using PhuSa.Tests.Identity;

namespace PhuSa.Tests.Cooperatives;

/// <summary>A desk's own table on its way into the register: columns of any name, a dry run that is what happens, and nothing lost.</summary>
public sealed class IntakeTests(RegistryHouse house) : IClassFixture<RegistryHouse>
{
    private readonly App _app = house.App;

    [Fact]
    public async Task A_table_of_any_layout_is_told_by_column_shown_and_taken_in()
    {
        var officer = await _app.HandInAsync("DANH SÁCH HỢP TÁC XÃ;;;;;;\r\nNăm 2025;;;;;;\r\nSTT;Tên HTX;Mã số thuế;Địa chỉ trụ sở;SĐT;Số thành viên;Vốn điều lệ (triệu đồng)\r\n1;HTX Lúa Vàng Một;1601000001;xã Vĩnh An;0912 000 001;1.200;2.500,5\r\n2;HTX Lúa Vàng Hai;1601000002;xã Óc Eo;912000002;85;\r\n3;Tổng cộng;;;;1.285;\r\n");

        Assert.Equal("3", ((IHtmlInputElement)officer.Page.QuerySelector("#Input_HeaderLine")!).Value);
        Assert.Equal(["None", "Name", "Number", "Place", "Phone", "None", "None"], officer.Page.QuerySelectorAll("select[name^='Input.Targets']").OfType<IHtmlSelectElement>().Select(select => select.Value!));
        // All members and charter capital are no guess for what the size class asks for: a person says so.
        Assert.Contains("HTX Lúa Vàng Một · HTX Lúa Vàng Hai", officer.Text, StringComparison.Ordinal);
        Assert.Equal("1000000", ((IHtmlSelectElement)officer.Page.QuerySelector("#Input_MoneyUnit")!).Value);
        await officer.SubmitAsync(IntakeHouse.Form, ("Do", ""), ("Input.Year", "2025"), ("Input.Targets[5]", "OfficialMembers"), ("Input.Targets[6]", "Capital"));
        await officer.FollowAsync();
        Assert.Equal("2 0 0 0 1", IntakeHouse.Counts(officer));
        Assert.Contains("Dòng 6: Đây là dòng cộng hoặc dòng đánh số", officer.Text, StringComparison.Ordinal);
        Assert.Equal(0, await _app.InScopeAsync(async services => await ((PhuSa.Platform.Data.AppDbContext)services.GetService(typeof(PhuSa.Platform.Data.AppDbContext))!).Set<Cooperative>().CountAsync(c => c.Code == "htx-lua-vang-mot")));

        await _app.TakenInAsync(officer);

        Assert.Contains("Đã nhập xong", officer.Text, StringComparison.Ordinal);
        Assert.Equal("2 0 0 1", IntakeHouse.Counts(officer));
        var (year, phone) = await house.ReadAsync("htx-lua-vang-mot", async (db, c) => (await db.Set<CooperativeYear>().SingleAsync(y => y.CooperativeId == c.Id), (await db.Set<CooperativeContact>().SingleAsync(k => k.Id == c.Id)).Phone));
        Assert.Equal((2025, 1200, 2_500_500_000L), (year.Year, year.OfficialMembers, year.Capital));
        Assert.Equal("0912000001", phone);
        await officer.OpenAsync($"{RegistryHouse.Office}/htx-lua-vang-hai");
        Assert.Contains("Ghi mới từ dòng 5 của danh-sach.csv", officer.Text, StringComparison.Ordinal);
        Assert.Contains("0912000002", officer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_colleague_saved_while_the_preview_stood_open_is_shown_before_it_is_written_over()
    {
        await _app.TakenInAsync(await _app.LookedOverAsync("Tên,Số đăng ký,SĐT\nHTX Xem Trước,1600000901,0966666666\n"));
        var officer = await _app.LookedOverAsync("Mã,SĐT\nhtx-xem-truoc,0966666111\n");
        Assert.Equal("0 1 0 0 0", IntakeHouse.Counts(officer));
        await house.ChangeAsync("htx-xem-truoc", (db, c) => db.Set<CooperativeContact>().Single(contact => contact.Id == c.Id).Describe(new ContactContent(null, "0955555555", null, null, null, null, null)));

        await officer.SubmitAsync(IntakeHouse.Form, ("Do", "nhap"));

        Assert.Equal(409, officer.Status);
        Assert.Contains("Sổ vừa thay đổi nên kết quả xem trước đã khác", officer.Text, StringComparison.Ordinal);
        Assert.Contains("0955555555", officer.Page.QuerySelector("main tbody")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("0955555555", await house.ReadAsync("htx-xem-truoc", (db, c) => db.Set<CooperativeContact>().Where(contact => contact.Id == c.Id).Select(contact => contact.Phone).SingleAsync()));
        await officer.SubmitAsync(IntakeHouse.Form, ("Do", "nhap"));
        Assert.Equal(302, officer.Status);
    }

    [Fact]
    public async Task Money_with_a_dot_in_another_unit_is_asked_back_with_both_readings_and_a_table_that_changes_nothing_has_no_button()
    {
        var officer = await _app.HandInAsync("Tên HTX;Mã số thuế;Tổng vốn (triệu đồng)\r\nHTX Hai Nghĩa;1600000902;1.500\r\n");
        await officer.SubmitAsync(IntakeHouse.Form, ("Do", ""), ("Input.Year", "2025"), ("Input.Targets[2]", "Capital"));
        await officer.FollowAsync();

        Assert.Contains("“1.500” đọc được hai cách theo đơn vị đã chọn: 1500 hay 1,500?", officer.Text, StringComparison.Ordinal);
        Assert.Null(officer.Page.QuerySelector("main button[value='nhap']"));
        Assert.NotNull(officer.Page.QuerySelector("main button[value='bo']"));
    }

    [Fact]
    public async Task Employees_assets_and_investment_of_a_year_are_taken_in_and_taken_away_again()
    {
        var officer = await _app.HandInAsync("Tên HTX;Mã số thuế;Số lao động;Tổng tài sản;Vốn đầu tư trong năm\r\nHTX Ba Số Liệu;1601000077;1.015;2.500.000;750.000\r\nHTX Số Liệu Sai;1601000078;mười;;\r\n");
        Assert.Equal(["Name", "Number", "Employees", "Assets", "Investment"], officer.Page.QuerySelectorAll("select[name^='Input.Targets']").OfType<IHtmlSelectElement>().Select(select => select.Value!));
        await officer.SubmitAsync(IntakeHouse.Form, ("Do", ""), ("Input.Year", "2025"));
        await officer.FollowAsync();
        Assert.Equal("1 0 0 0 1", IntakeHouse.Counts(officer));
        Assert.Contains("Số người lao động ghi số nguyên", officer.Text, StringComparison.Ordinal);

        await _app.TakenInAsync(officer);

        var year = await house.ReadAsync("htx-ba-so-lieu", (db, c) => db.Set<CooperativeYear>().SingleAsync(y => y.CooperativeId == c.Id));
        Assert.Equal((2025, 1015, 2_500_000L, 750_000L, null), (year.Year, year.Employees, year.Assets, year.Investment, year.Capital));
        foreach (var address in new[] { $"{RegistryHouse.Office}.csv?q=HTX%20Ba%20S%E1%BB%91%20Li%E1%BB%87u", $"{RegistryHouse.Office}/bao-cao.csv?nam=2025&q=HTX%20Ba%20S%E1%BB%91%20Li%E1%BB%87u" })
        {
            var lines = Encoding.UTF8.GetString(await officer.Http.GetByteArrayAsync(new Uri(address, UriKind.Relative))).TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
            Assert.EndsWith("Thành viên chính thức,Thành viên liên kết góp vốn,Thành viên liên kết không góp vốn,Người lao động,Tổng vốn (đồng),Doanh thu (đồng),Tổng tài sản (đồng),Đầu tư trong năm (đồng)", lines[0], StringComparison.Ordinal);
            Assert.EndsWith(",,,1015,,,2500000,750000", Assert.Single(lines.Skip(1)), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("DANH SÁCH HỢP TÁC XÃ\r\nTên HTX;Ngành nghề;Điện thoại\r\nHTX Dưới Tựa Một;Lúa, màu;0912 000 101\r\n", 2)]
    [InlineData("Danh sách hợp tác xã, năm 2025, của huyện\r\nNgày lập: 01/06/2026, tại huyện\r\n\r\nTên HTX;Ngành nghề;Điện thoại\r\nHTX Dưới Tựa Hai;\"Lúa, màu, cá; và ong\";0912 000 102\r\n", 4)]
    [InlineData("Danh sách; năm 2025\nTên HTX,Ngành nghề,Điện thoại\nHTX Dưới Tựa Ba,Lúa; màu,0912 000 103\n", 2)]
    [InlineData("DANH SÁCH\nTên HTX\tNgành nghề\tĐiện thoại\nHTX Dưới Tựa Bốn\tLúa, màu\t0912 000 104\n", 2)]
    public async Task Titles_above_the_header_hide_neither_it_nor_the_separator(string csv, int line)
    {
        var officer = await _app.HandInAsync(csv);

        Assert.Equal(line.ToString(System.Globalization.CultureInfo.InvariantCulture), ((IHtmlInputElement)officer.Page.QuerySelector("#Input_HeaderLine")!).Value);
        Assert.Equal(["Name", "Field", "Phone"], officer.Page.QuerySelectorAll("select[name^='Input.Targets']").OfType<IHtmlSelectElement>().Select(select => select.Value!));
        await officer.SubmitAsync(IntakeHouse.Form, ("Do", ""));
        await officer.FollowAsync();
        Assert.Equal("1 0 0 0 0", IntakeHouse.Counts(officer));
    }

    [Fact]
    public async Task In_a_workbook_the_header_below_a_title_is_found_and_another_line_may_be_chosen()
    {
        var officer = await _app.SignedInAsync(Role.AllianceOfficer);
        await officer.OpenAsync(IntakeHouse.Address);
        await officer.UploadAsync(IntakeHouse.Form, "Input.File", IntakeHouse.Workbook(["DANH SÁCH HỢP TÁC XÃ NĂM 2025"], [["Cột một", "Cột hai"], ["Tên HTX", "Ngành nghề"], ["HTX Dưới Tựa Excel", "Trồng nấm"]]), "so.xlsx");
        await officer.FollowAsync();
        Assert.Equal("3", ((IHtmlInputElement)officer.Page.QuerySelector("#Input_HeaderLine")!).Value);

        await officer.SubmitAsync(IntakeHouse.Form, ("Input.HeaderLine", "2"), ("Do", "doc"));
        Assert.Equal(["None", "None"], officer.Page.QuerySelectorAll("select[name^='Input.Targets']").OfType<IHtmlSelectElement>().Select(select => select.Value!));
        Assert.Contains("Cột hai", officer.Text, StringComparison.Ordinal);
        await officer.SubmitAsync(IntakeHouse.Form, ("Input.HeaderLine", "3"), ("Do", "doc"));
        await officer.SubmitAsync(IntakeHouse.Form, ("Do", ""));
        await officer.FollowAsync();
        Assert.Equal("1 0 0 0 0", IntakeHouse.Counts(officer));
    }

    [Fact]
    public async Task The_same_table_again_changes_nothing_and_an_empty_cell_erases_nothing()
    {
        const string Csv = "Tên,Số đăng ký,Nơi,Ngành nghề\nHTX Hai Lần,1602000001,xã Tây Phú,Trồng lúa\n";
        await _app.TakenInAsync(await _app.LookedOverAsync(Csv));
        var before = await EntriesAsync();

        var officer = await _app.LookedOverAsync(Csv);
        Assert.Equal("0 0 1 0 0", IntakeHouse.Counts(officer));
        await _app.TakenInAsync(officer);
        Assert.Equal(before, await EntriesAsync());

        officer = await _app.LookedOverAsync("Tên,Số đăng ký,Nơi,Ngành nghề\nHTX Hai Lần,1602 000 001,,Trồng rau\n");
        Assert.Contains("Ngành nghề Trồng lúa Trồng rau", string.Join(' ', officer.Page.QuerySelectorAll("main table tbody tr").SelectMany(tr => tr.QuerySelectorAll("td").Select(td => td.TextContent.Trim()))), StringComparison.Ordinal);
        await _app.TakenInAsync(officer);
        var kept = await house.OfAsync("htx-hai-lan");
        Assert.Equal(("xã Tây Phú", "Trồng rau"), (kept.PlaceText, kept.Field));
        Assert.True(await house.ReadAsync("htx-hai-lan", (db, c) => db.Set<JournalEntry>().AnyAsync(e => e.RecordId == c.Id && e.Why == "Nhập từ tệp danh-sach.csv" && e.PersonId != null)));
    }

    [Fact]
    public async Task What_may_be_on_record_is_asked_and_never_guessed()
    {
        var officer = await _app.LookedOverAsync("Tên,Nơi,Ngành nghề\nHợp tác xã Long Bình,thị trấn Long Bình,Chăn nuôi\nHTX An Bình,xã Khác Xa,Chăn nuôi\n");

        Assert.Equal("0 0 0 2 0", IntakeHouse.Counts(officer));
        await officer.SubmitAsync(IntakeHouse.Form, ("Do", "tra-loi"), ("Input.Answers[2]", "htx-long-binh"), ("Input.Answers[3]", "khac"));
        await officer.FollowAsync();
        Assert.Equal("1 1 0 0 0", IntakeHouse.Counts(officer));

        await _app.TakenInAsync(officer);
        Assert.Equal("Chăn nuôi", (await house.OfAsync("htx-long-binh")).Field);
        Assert.Null((await house.OfAsync("htx-an-binh")).Field);
    }

    [Fact]
    public async Task A_number_that_another_file_holds_is_refused_also_by_code()
    {
        await house.ChangeAsync("htx-an-binh", (_, c) => c.Register(new Registration(null, "1609123456", [], c.Founded, null, null, null, c.Source)));

        var officer = await _app.LookedOverAsync("Mã,Số đăng ký\nhtx-vinh-thang,1609123456\n");

        Assert.Equal("0 0 0 0 1", IntakeHouse.Counts(officer));
        Assert.Contains("Số này đang ghi ở hồ sơ htx-an-binh", officer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_row_keeps_its_own_reason_after_the_run()
    {
        var officer = await _app.TakenInAsync(await _app.LookedOverAsync("Tên,Thành viên chính thức\nHTX Không Ghi Năm,5\n"));

        Assert.Contains("phải có năm", officer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("vừa được người khác sửa", officer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_kept_way_of_reading_keeps_the_kind_and_another_bodys_table_is_not_found()
    {
        var officer = await _app.LookedOverAsync("Tên,Ghi chú riêng\nQuỹ Một,a\n", ("Input.Kind", "PeoplesCreditFund"), ("Input.KeepAs", "Quỹ"));
        Assert.Equal("1 0 0 0 0", IntakeHouse.Counts(officer));

        var again = await _app.HandInAsync("Tên,Ghi chú riêng\nQuỹ Hai,b\n", await _app.SignedInAsync(Role.DepartmentOfficer));
        Assert.Contains("Quỹ tín dụng nhân dân", again.Text, StringComparison.Ordinal);
        Assert.Equal(404, (await (await _app.SignedInAsync(Role.AllianceOfficer)).OpenAsync(again.Path)).Status);
    }

    [Fact]
    public async Task The_tables_of_another_body_are_in_no_list()
    {
        await _app.HandInAsync("Tên,Ghi chú\nHTX Của Sở,a\n");

        Assert.Contains("danh-sach.csv", (await (await _app.SignedInAsync(Role.DepartmentOfficer)).OpenAsync(IntakeHouse.Address)).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("danh-sach.csv", (await (await _app.SignedInAsync(Role.AllianceOfficer)).OpenAsync(IntakeHouse.Address)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_that_was_not_offered_is_refused()
    {
        var officer = await _app.LookedOverAsync("Tên\nHợp tác xã Vĩnh Bình\n");

        await officer.SubmitAsync(IntakeHouse.Form, ("Do", "tra-loi"), ("Input.Answers[2]", "htx-an-binh"));

        Assert.Equal(422, officer.Status);
    }

    [Fact]
    public async Task A_question_without_an_answer_is_not_taken_in()
    {
        var officer = await _app.TakenInAsync(await _app.LookedOverAsync("Tên,Ngành nghề\nHợp tác xã Sản xuất GAP Bình Phước Xuân,Nuôi cá\n"));

        Assert.Equal("0 0 0 1", IntakeHouse.Counts(officer));
        Assert.Contains("chưa được trả lời", officer.Text, StringComparison.Ordinal);
        Assert.Null((await house.OfAsync("htx-binh-phuoc-xuan")).Field);
    }

    [Fact]
    public async Task Point_26_by_an_officers_word_the_same_name_at_the_same_place_is_one_file()
    {
        await house.ChangeAsync("htx-binh-thanh", (_, c) => c.Settle("xã Bình Thạnh, huyện Châu Thành", null, c.Source));

        var officer = await _app.LookedOverAsync("Tên,Nơi,Ngành nghề\nHTX sản xuất rau an toàn Bình Thạnh,Xã Bình Thạnh,Nuôi ếch\n", ("Input.SameByNameAndPlace", "true"));

        Assert.Equal("0 1 0 0 0", IntakeHouse.Counts(officer));
    }

    [Theory]
    [InlineData("Tên,Điện thoại\nHTX Lỗi Một,12\n", "Dòng 2, cột “Điện thoại”: Số điện thoại không đúng")]
    [InlineData("Tên,Ngày thành lập\nHTX Lỗi Hai,31/02/2015\n", "Thời điểm thành lập ghi ngày")]
    [InlineData("Tên,Lĩnh vực\nHTX Lỗi Ba,Vũ trụ\n", "bốn lĩnh vực")]
    [InlineData("Mã,Tên\nkhong-co,HTX Lỗi Bốn\n", "Không có hồ sơ nào mang mã này")]
    [InlineData("Tên,Tổng vốn\nHTX Lỗi Năm,1000\n", "phải có năm")]
    [InlineData("Tên,Số đăng ký\nHTX Lỗi Sáu,1609\nHTX Khác hẳn nhau,1609\n", "Cùng số đăng ký với dòng 2")]
    [InlineData("Mã,Loại hình\nhtx-an-binh,Tổ hợp tác\n", "Loại hình không đổi được")]
    [InlineData("Tên,Mã xã\nHTX Lỗi Bảy,99999\n", "Mã đơn vị hành chính không có")]
    [InlineData("Tên,Tình trạng\nHTX Lỗi Tám,nửa nọ nửa kia\n", "Tình trạng phải là")]
    [InlineData("Số đăng ký,Ngành nghề\n1609000999,Lúa\n", "Dòng không có tên")]
    public async Task What_is_wrong_is_told_with_its_row_and_column(string csv, string sentence)
    {
        var officer = await _app.LookedOverAsync(csv);

        Assert.EndsWith(" 1", IntakeHouse.Counts(officer), StringComparison.Ordinal);
        Assert.Contains(sentence, officer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_refused_rows_are_a_file_to_take_away_in_which_no_formula_runs()
    {
        var officer = await _app.LookedOverAsync("Tên,=Điện thoại\nHTX Tệp Lỗi,12\n", ("Input.Targets[1]", "Phone"));

        var csv = await officer.Http.GetStringAsync(new Uri($"{IntakeHouse.Address}/{IntakeHouse.IdIn(officer)}/loi.csv", UriKind.Relative));

        Assert.Equal("Dòng,Cột,Vì sao không nhập\r\n2,'=Điện thoại,Số điện thoại không đúng. Ghi như 0912 345 678.\r\n", csv);
    }

    [Fact]
    public async Task A_layout_kept_by_its_name_reads_the_next_table_by_itself()
    {
        await _app.HandInAsync("Cột A,Cột B\nHTX Giữ Cách,Nuôi ong\n");
        var officer = await _app.LookedOverAsync("Cột A,Cột B\nHTX Giữ Cách,Nuôi ong\n", ("Input.Targets[0]", "Name"), ("Input.Targets[1]", "Field"), ("Input.KeepAs", "Bảng của phòng"));
        Assert.Equal("1 0 0 0 0", IntakeHouse.Counts(officer));

        var next = await _app.HandInAsync("CỘT A,Cột  b\nHTX Giữ Cách Khác,Nuôi cá\n");

        Assert.DoesNotContain("/cot", next.Path, StringComparison.Ordinal);
        Assert.Equal("1 0 0 0 0", IntakeHouse.Counts(next));
    }

    [Fact]
    public async Task An_edit_made_between_the_look_and_the_run_is_not_lost()
    {
        await house.ChangeAsync("htx-vinh-thang", (_, c) => c.Register(new Registration(null, "1603000001", [], RecordTime.Unknown, null, null, "Cũ", c.Source)));
        var officer = await _app.LookedOverAsync("Số đăng ký,Ngành nghề\n1603000001,Từ bảng\n");
        await officer.SubmitAsync(IntakeHouse.Form, ("Do", "nhap"));
        await house.ChangeAsync("htx-vinh-thang", (_, c) => c.Register(new Registration(null, "1603000001", [], RecordTime.Unknown, null, null, "Cán bộ sửa", c.Source)));

        await _app.RunIntakesAsync();

        await officer.OpenAsync($"{IntakeHouse.Address}/{IntakeHouse.IdIn(officer)}");
        Assert.Contains("vừa được người khác sửa sau khi bạn xem trước", officer.Text, StringComparison.Ordinal);
        Assert.Equal("Cán bộ sửa", (await house.OfAsync("htx-vinh-thang")).Field);
    }

    [Fact]
    public async Task A_register_that_moved_since_the_look_is_shown_before_the_run()
    {
        var officer = await _app.LookedOverAsync("Tên,Số đăng ký,Ngành nghề\nHTX Đến Sau,1604000001,Lúa\n");
        await _app.TakenInAsync(await _app.LookedOverAsync("Tên,Số đăng ký,Ngành nghề\nHTX Đến Trước,1604000001,Màu\n"));

        await officer.SubmitAsync(IntakeHouse.Form, ("Do", "nhap"));

        Assert.Equal(409, officer.Status);
        Assert.Equal("0 1 0 0 0", IntakeHouse.Counts(officer));
    }

    [Fact]
    public async Task A_workbook_is_read_and_what_is_none_or_a_bomb_is_refused()
    {
        var officer = await _app.SignedInAsync(Role.AllianceOfficer);
        await officer.OpenAsync(IntakeHouse.Address);
        await officer.UploadAsync(IntakeHouse.Form, "Input.File", IntakeHouse.Workbook(["Tên hợp tác xã", "Ngày thành lập"], [["HTX Từ Excel", SheetCell.Of(new DateOnly(2019, 5, 20))]]), "so.xlsx");
        await officer.FollowAsync();
        await officer.SubmitAsync(IntakeHouse.Form, ("Do", ""));
        await _app.TakenInAsync(await officer.FollowAsync());
        Assert.Equal(RecordTime.Day(new DateOnly(2019, 5, 20)), (await house.OfAsync("htx-tu-excel")).Founded);

        foreach (var (content, name) in new[] { (Encoding.UTF8.GetBytes("chỉ một dòng"), "mot.csv"), (Bomb(), "bom.xlsx"), ([1, 2, 3], "so.xlsx"), (Encoding.UTF8.GetBytes("%PDF-1.7 x"), "so.pdf") })
        {
            await officer.OpenAsync(IntakeHouse.Address);
            await officer.UploadAsync(IntakeHouse.Form, "Input.File", content, name);
            Assert.Equal((name, 422), (name, officer.Status));
        }
    }

    [Fact]
    public async Task Whoever_may_not_keep_the_register_hands_in_no_table()
    {
        var leader = await _app.SignedInAsync(Role.DepartmentLeader);

        Assert.Equal(403, (await leader.OpenAsync(IntakeHouse.Address)).Status);
    }

    private static byte[] Bomb()
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var name in (string[])["[Content_Types].xml", "xl/workbook.xml", "xl/worksheets/sheet1.xml"])
            {
                using var part = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
                part.Write(new byte[64 * 1024 * 1024]);
            }
        }

        return file.ToArray();
    }

    private Task<int> EntriesAsync() => _app.InScopeAsync(async services =>
        await ((PhuSa.Platform.Data.AppDbContext)services.GetService(typeof(PhuSa.Platform.Data.AppDbContext))!).Set<JournalEntry>().CountAsync(e => e.Kind == "cooperatives" || e.Kind == "organisations"));
}
