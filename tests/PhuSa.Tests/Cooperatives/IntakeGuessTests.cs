using PhuSa.Cooperatives.Intake;

namespace PhuSa.Tests.Cooperatives;

/// <summary>What the headings of a desk's table seem to mean: a column's own name first, and nothing that would publish or class by a look-alike.</summary>
public sealed class IntakeGuessTests
{
    [Theory]
    [InlineData("Tổng số thành viên;Thành viên chính thức", "None;OfficialMembers")]
    [InlineData("Số thành viên;Số thành viên chính thức (người)", "None;OfficialMembers")]
    [InlineData("Tổng số thành viên;Thành viên liên kết không góp vốn;Thành viên liên kết góp vốn", "None;LinkedMembers;CapitalLinkedMembers")]
    [InlineData("Vốn điều lệ;Tổng nguồn vốn", "None;Capital")]
    [InlineData("Tổng vốn điều lệ (triệu đồng);Tổng vốn", "None;Capital")]
    [InlineData("Tổng vốn đầu tư;Tổng vốn", "Investment;Capital")]
    [InlineData("Nguồn", "None")]
    [InlineData("Nguồn;Nguồn đã công bố", "None;Source")]
    [InlineData("Ngày cấp;Ngày đăng ký;Ngày cấp lại", "None;None;None")]
    [InlineData("Ngày cấp;Ngày thành lập", "None;Founded")]
    [InlineData("HTX;Tên HTX", "None;Name")]
    [InlineData("Tên đơn vị;Tên", "None;Name")]
    [InlineData("Tên HTX;Mã số thuế;Số điện thoại giám đốc;SĐT", "Name;Number;DirectorPhone;Phone")]
    public void Points_2_and_19_a_column_is_guessed_by_its_own_name_before_another(string headings, string targets) =>
        Assert.Equal(targets, string.Join(';', IntakeTargetFacts.Guess(headings.Split(';'))));
}
