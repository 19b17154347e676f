using System.Text.RegularExpressions;
using PhuSa.Tests.Import;

namespace PhuSa.Tests.CommandLine;

/// <summary>Accounts at a terminal.</summary>
public sealed class UserCommandTests : IAsyncLifetime
{
    private static readonly (string Command, string Sentence)[] Refused =
    [
        ("user add --email b@so.vn --roles administrator", "Nhập họ và tên"),
        ("user add --name B --roles administrator", "Nhập thư điện tử hoặc số điện thoại."),
        ("user add --name B --email b@so.vn --organisation so --roles cooperative-director", "không dùng cho loại tổ chức này"),
        ("user add --name B --email b@so.vn --organisation khong --roles auditor", "Không có tổ chức nào mang mã “khong”."),
        ("user add --name B --email b@so.vn --organisation so --roles giam-doc", "Không có vai trò “giam-doc”"),
        ("user add --name B --email b@so.vn --organisation so", "Chọn ít nhất một vai trò."),
        ("user disable ai@so.vn --why x", "Không có tài khoản nào dùng “ai@so.vn”."),
        ("user reset ai@so.vn", "Không có tài khoản nào dùng “ai@so.vn”."),
    ];

    private ProcessHouse _house = null!;

    public async ValueTask InitializeAsync()
    {
        _house = await ProcessHouse.OpenedAsync();
        using var folder = new ImportFolder().With("organisations.csv", "code,name,short_name,kind\nso,Sở Mẫu,Sở,agency\n");
        Assert.Equal(0, (await _house.RunAsync("import", folder.Path)).Code);
    }

    public ValueTask DisposeAsync() => _house.DisposeAsync();

    [Fact]
    public async Task A_person_is_added_disabled_enabled_reset_and_listed()
    {
        var added = await _house.RunAloneAsync("user", "add", "--name", "Nguyễn Văn A", "--email", "a@so.vn", "--phone", "0912345801", "--organisation", "so", "--roles", "department-officer", "auditor");
        Assert.Equal((0, ""), (added.Code, added.Error));
        var password = Regex.Match(added.Out, @"(?:\w{5}-){3}\w{5}").Value;
        Assert.Equal(23, password.Length);

        Assert.Equal(0, (await _house.RunAsync("user", "disable", "0912 345 801", "--why", "Nghỉ việc")).Code);
        Assert.Contains("Đã khoá", (await _house.RunAsync("user", "list")).Out, StringComparison.Ordinal);
        Assert.Equal(0, (await _house.RunAsync("user", "enable", "A@so.vn", "--why", "Đi làm lại")).Code);
        var reset = await _house.RunAsync("user", "reset", "a@so.vn", "--why", "Quên mật khẩu");
        Assert.Equal(0, reset.Code);
        Assert.DoesNotContain(password, reset.Out, StringComparison.Ordinal);
        var list = await _house.RunAsync("user", "list", "--csv");
        Assert.Contains("Nguyễn Văn A,a@so.vn,0912 345 801,\"Sở: Chuyên viên Sở, Người kiểm tra\",Đang hoạt động,chưa lần nào", list.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_done_is_said_in_one_sentence()
    {
        foreach (var (command, sentence) in Refused)
        {
            var (code, output, error) = await _house.RunAsync(command.Split(' '));

            Assert.Equal(1, code);
            Assert.DoesNotContain("Mật khẩu", output, StringComparison.Ordinal);
            Assert.Contains(sentence, error, StringComparison.Ordinal);
            Assert.Single(error.Trim().Split('\n'));
        }
    }

    [Fact]
    public async Task The_last_administrator_is_not_disabled_at_a_terminal_either()
    {
        Assert.Equal(0, (await _house.RunAsync("user", "add", "--name", "Quản trị", "--email", "qt@so.vn", "--roles", "administrator")).Code);
        var (code, _, error) = await _house.RunAsync("user", "disable", "qt@so.vn", "--why", "Thử");

        Assert.Equal(1, code);
        Assert.Contains("quản trị viên cuối cùng", error, StringComparison.Ordinal);
        Assert.Contains("Nhập lý do.", (await _house.RunAsync("user", "disable", "qt@so.vn")).Error, StringComparison.Ordinal);
    }
}
