using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Cooperatives.Intake;
using PhuSa.Documents.Sheets;
using PhuSa.Platform.Jobs;
using PhuSa.Platform.Rights;
using PhuSa.Tests.Identity;

namespace PhuSa.Tests.Cooperatives;

/// <summary>Hands tables in as an officer does, by the pages.</summary>
internal static class IntakeHouse
{
    internal const string Address = $"{RegistryHouse.Office}/nhap";
    internal const string Form = "main form[method=post]";

    /// <summary>A table as a desk makes it; the answer is the page it leads to.</summary>
    internal static async Task<Visitor> HandInAsync(this App app, string csv, Visitor? officer = null)
    {
        officer ??= await app.SignedInAsync(Role.DepartmentOfficer);
        await officer.OpenAsync(Address);
        await officer.UploadAsync(Form, "Input.File", Encoding.UTF8.GetBytes(csv), "danh-sach.csv", "text/csv");
        if (officer.Status == 302)
        {
            await officer.FollowAsync();
        }

        return officer;
    }

    /// <summary>The same with the guessed columns accepted: the answer is the dry run.</summary>
    internal static async Task<Visitor> LookedOverAsync(this App app, string csv, params (string Name, string Value)[] columns)
    {
        var officer = await app.HandInAsync(csv);
        Assert.EndsWith("/cot", officer.Path, StringComparison.Ordinal);
        await officer.SubmitAsync(Form, [("Do", ""), .. columns]);
        Assert.Equal(302, officer.Status);
        return await officer.FollowAsync();
    }

    /// <summary>Presses the button and lets the job run; the answer is the page with what became of it.</summary>
    internal static async Task<Visitor> TakenInAsync(this App app, Visitor officer)
    {
        var page = officer.Path;
        await officer.SubmitAsync(Form, ("Do", "nhap"));
        Assert.Equal(302, officer.Status);
        await app.RunIntakesAsync();
        return await officer.OpenAsync(page);
    }

    internal static Task<bool> RunIntakesAsync(this App app) => app.InScopeAsync(async services =>
    {
        await services.GetRequiredService<IJobs>().RunNowAsync(IntakeJob.JobCode, CancellationToken.None);
        return true;
    });

    internal static Guid IdIn(Visitor officer) => Guid.Parse(officer.Path.Split('/')[4]);

    internal static string Counts(Visitor officer) => string.Join(' ', officer.Page.QuerySelectorAll("main dl.ps-summary dd").Take(5).Select(dd => dd.TextContent.Trim()));

    internal static byte[] Workbook(IReadOnlyList<string> header, IEnumerable<IReadOnlyList<SheetCell>> rows)
    {
        using var file = new MemoryStream();
        SheetWriter.Write(file, "HTX", header, rows);
        return file.ToArray();
    }
}
