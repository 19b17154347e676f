using System.Text;
using Microsoft.EntityFrameworkCore;
using PhuSa.Marks.CertificationMarks;
using PhuSa.Marks.Office;
using static PhuSa.Tests.Marks.MarkHouse;

namespace PhuSa.Tests.Marks;

/// <summary>A certification mark on the office's form.</summary>
public sealed class MarkFormTests(MarkHouse house) : IClassFixture<MarkHouse>
{
    [Theory]
    [InlineData("XOÀI  3 MÙA – Thạnh Mỹ tây “AN GIANG”")]
    [InlineData("Gạo Nàng Nhen <thơm> & dẻo, 100% «Bảy Núi»'")]
    [InlineData("nước mắm ĐỒNG-THÁP·mười ® Số 1")]
    public async Task A_certification_mark_goes_on_record_with_its_name_byte_for_byte_its_number_and_its_days(string name)
    {
        var number = $"4-{Next():0000000}-000";
        var officer = await (await house.OfficerAsync()).OpenAsync($"{MarkRights.Marks}/moi");
        Assert.Equal(200, officer.Status);
        await officer.SubmitAsync(Form, ("Input.Name", name), ("Input.RegistrationNumber", number), ("Input.RegisteredOn", "2019-03-04"), ("Input.RegistrationEndsOn", "2029-03-04"), ("Input.Goods", "Nhóm 31: xoài tươi."));
        Assert.True(officer.Status == 302, officer.Text);

        var mark = await house.InDbAsync(db => db.Set<CertificationMark>().AsNoTracking().SingleAsync(m => m.RegistrationNumber == number));
        Assert.Equal(Encoding.UTF8.GetBytes(name), Encoding.UTF8.GetBytes(mark.Name));
        Assert.Equal((Day("2019-03-04"), Day("2029-03-04"), "Nhóm 31: xoài tươi."), (mark.RegisteredOn!.Value, mark.RegistrationEndsOn!.Value, mark.Goods));

        await officer.OpenAsync($"{MarkRights.Marks}/{mark.Slug}");
        Assert.Equal(name, officer.Page.QuerySelector("main h1")!.TextContent);
        foreach (var shown in new[] { number, "04/03/2019", "04/03/2029", "Nhóm 31: xoài tươi." })
        {
            Assert.Contains(shown, officer.Text, StringComparison.Ordinal);
        }

        // What is put right elsewhere leaves the name as it is.
        await officer.OpenAsync($"{MarkRights.Marks}/{mark.Slug}/sua");
        Assert.Equal(name, officer.Page.QuerySelector("[name='Input.Name']")!.GetAttribute("value"));
        await officer.SubmitAsync(Form, ("Input.RegistrationEndsOn", "2039-03-04"));
        Assert.True(officer.Status == 302, officer.Text);
        var kept = await house.InDbAsync(db => db.Set<CertificationMark>().AsNoTracking().SingleAsync(m => m.Id == mark.Id));
        Assert.Equal((Convert.ToHexString(Encoding.UTF8.GetBytes(name)), Day("2039-03-04"), mark.Slug), (Convert.ToHexString(Encoding.UTF8.GetBytes(kept.Name)), kept.RegistrationEndsOn!.Value, kept.Slug));
        Assert.Equal(name, (await house.App.Visit().OpenAsync($"/nhan-hieu/{mark.Slug}")).Page.QuerySelector("main h1")!.TextContent);
    }

    [Theory]
    [InlineData("Input.Name", "", "Nhập tên nhãn hiệu")]
    [InlineData("Input.RegistrationEndsOn", "2019-03-03", "Ngày hết hiệu lực không được sớm hơn ngày cấp.")]
    [InlineData("Input.Owner", "khong-co-ai", "Không có đúng một tổ chức")]
    public async Task What_cannot_be_of_a_certification_mark_is_told_and_nothing_typed_is_lost(string field, string value, string sentence)
    {
        var before = await house.InDbAsync(db => db.Set<CertificationMark>().CountAsync());
        var officer = await (await house.OfficerAsync()).OpenAsync($"{MarkRights.Marks}/moi");
        var fields = new Dictionary<string, string>(StringComparer.Ordinal) { ["Input.Name"] = $"Nhãn hiệu giữ lại {Next()}", ["Input.RegistrationNumber"] = "4-GIỮ LẠI", ["Input.RegisteredOn"] = "2019-03-04", [field] = value };

        await officer.SubmitAsync(Form, [.. fields.Select(pair => (pair.Key, pair.Value))]);

        Assert.Equal(422, officer.Status);
        Assert.Contains(sentence, officer.Text, StringComparison.Ordinal);
        Assert.Equal(("4-GIỮ LẠI", "2019-03-04"), (officer.Page.QuerySelector("[name='Input.RegistrationNumber']")!.GetAttribute("value"), officer.Page.QuerySelector("[name='Input.RegisteredOn']")!.GetAttribute("value")));
        Assert.Equal(before, await house.InDbAsync(db => db.Set<CertificationMark>().CountAsync()));
    }
}
