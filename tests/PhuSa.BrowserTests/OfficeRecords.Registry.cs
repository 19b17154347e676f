using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Cooperatives.Intake;
using PhuSa.Cooperatives.Merging;
using PhuSa.Cooperatives.Office;
using PhuSa.Cooperatives.Proposals;
using PhuSa.Cooperatives.Registry;
using PhuSa.Identity.Appointments;
using PhuSa.Organisations.Contracts;
using PhuSa.Platform.Data;
using PhuSa.Platform.Files;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Rules;

namespace PhuSa.BrowserTests;

/// <summary>A table that is looked over, two files that were merged, and a proposal that waits.</summary>
internal sealed partial class OfficeRecords
{
    private async Task<bool> RegistryAsync(IServiceProvider services)
    {
        services.GetRequiredService<Acting>().As(OfficePeople.By);
        var db = services.GetRequiredService<AppDbContext>();
        var intakes = services.GetRequiredService<IntakeDesk>();
        var merging = services.GetRequiredService<MergeDesk>();
        var registry = services.GetRequiredService<RegistryDesk>();

        // A table is its desk's: the officer finds it only where it is their own body's.
        var desk = (await db.Set<Appointment>().Where(appointment => appointment.PersonId == Officer.Id).Select(appointment => appointment.OrganisationId).SingleAsync())!.Value;
        using var table = new MemoryStream(Encoding.UTF8.GetBytes("Tên HTX,Mã số thuế,Địa chỉ,Ngành nghề,Điện thoại,Vốn (triệu đồng)\nHTX Nông nghiệp Mẫu,0000000000,,Trồng lúa và nuôi cá,,1250\nHTX Bảng Một,0000000001,xã An Bình,Trồng rau,0900 000 001,300\nHTX Bảng Hai,,xã Óc Eo,,12,\nHTX Mẫu Phú Hiệp,,xã An Bình,,,\n"));
        var intake = await intakes.OpenAsync(new IncomingFile(table, "Danh sách HTX 2025.csv", table.Length), new SignedIn(Officer.Id, Officer.Name, desk, "Sở Khoa học và Công nghệ", new HashSet<Role> { Role.DepartmentOfficer }, new HashSet<string>(), Guid.CreateVersion7()), CancellationToken.None);
        intake.LayOut(["Tên HTX", "Mã số thuế", "Địa chỉ", "Ngành nghề", "Điện thoại", "Vốn (triệu đồng)"], new IntakeLayout(1, [IntakeTarget.Name, IntakeTarget.Number, IntakeTarget.Place, IntakeTarget.Field, IntakeTarget.Phone, IntakeTarget.Capital], OrganisationKind.Cooperative, 2025, 1_000_000, SameByNameAndPlace: false));
        await db.SaveChangesAsync();
        Fill(IntakeDesk.Address + "/{id}", intake.Id, "", "/cot");

        var (kept, gone) = (await OpenAsync(services, "HTX Mẫu Phú Hiệp"), await OpenAsync(services, "HTX Mẫu Phú Hiệp (nhập trùng)"));
        var merge = await merging.MergeAsync((await registry.FindAsync(kept, CancellationToken.None))!, (await registry.FindAsync(gone, CancellationToken.None))!, new MergeChoice(new HashSet<string>(), "Cùng một giấy chứng nhận, nhập hai lần", null), OfficePeople.By, CancellationToken.None);
        Fill(MergeDesk.Address + "/{id}", merge.Id, "");
        _filled[$"{RegistryRights.Address}/{{code}}/gop"] = $"{RegistryRights.Address}/{kept}/gop?voi={Registered}";

        var own = await db.Set<Cooperative>().Where(c => c.Code == "htx-long-binh").Select(c => c.Id).SingleAsync();
        var director = new SignedIn(Director.Id, Director.Name, own, "HTX", new HashSet<Role> { Role.CooperativeDirector }, new HashSet<string>(), Guid.CreateVersion7());
        var proposal = new FileProposal(Guid.CreateVersion7(), own, ProposalPart.Contact, year: null, [new ProposalItem(Guid.CreateVersion7(), IntakeTarget.Phone, null, "0900 000 002"), new ProposalItem(Guid.CreateVersion7(), IntakeTarget.Person, null, "Huỳnh Văn Bảy")], director, Now);
        db.Add(proposal);
        await db.SaveChangesAsync();
        Fill(ProposalDesk.Address + "/{id}", proposal.Id, "");
        _filled["/htx-cua-toi/{part}"] = "/htx-cua-toi/lien-he";
        await OrganisationsAsync(services);
        return true;
    }

    /// <summary>An enterprise that was renamed, and a credit fund of which no file is begun.</summary>
    private async Task OrganisationsAsync(IServiceProvider services)
    {
        var (db, register) = (services.GetRequiredService<AppDbContext>(), services.GetRequiredService<IOrganisationRegister>());
        var (enterprise, fund) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var code = await register.OpenAsync(enterprise, OrganisationKind.Enterprise, "Công ty TNHH Mẫu Xoài", "Mẫu Xoài", [], CancellationToken.None);
        var without = await register.OpenAsync(fund, OrganisationKind.PeoplesCreditFund, "Quỹ tín dụng nhân dân Mẫu", shortName: null, [], CancellationToken.None);
        await db.SaveChangesAsync();
        await register.RenameAsync(enterprise, "Công ty TNHH Xoài Mẫu", "Xoài Mẫu", new DateOnly(2025, 8, 1), "Giấy chứng nhận đăng ký doanh nghiệp, thay đổi lần 1", CancellationToken.None);
        await db.SaveChangesAsync();
        _filled["/quan-tri/to-chuc/{code}"] = $"/quan-tri/to-chuc/{code}";
        _filled["/quan-tri/to-chuc/{code}/ten"] = $"/quan-tri/to-chuc/{code}/ten";
        _filled["/quan-tri/to-chuc/{code}/loai-hinh"] = $"/quan-tri/to-chuc/{code}/loai-hinh";
        await MergedAsync(services, register, code);
        _filled["/quan-tri/hop-tac-xa/lap-ho-so/{code}"] = $"/quan-tri/hop-tac-xa/lap-ho-so/{without}";
    }

    /// <summary>The enterprise was entered three times: one of them is merged into it, the other may be.</summary>
    private async Task MergedAsync(IServiceProvider services, IOrganisationRegister register, string kept)
    {
        var (db, merging) = (services.GetRequiredService<AppDbContext>(), services.GetRequiredService<OrganisationMergeDesk>());
        var gone = await register.OpenAsync(Guid.CreateVersion7(), OrganisationKind.Enterprise, "Cty TNHH Xoài Mẫu", shortName: null, [], CancellationToken.None);
        var other = await register.OpenAsync(Guid.CreateVersion7(), OrganisationKind.HouseholdBusiness, "Hộ kinh doanh Xoài Mẫu", "HKD Xoài Mẫu", [], CancellationToken.None);
        await db.SaveChangesAsync();
        var merge = await merging.MergeAsync((await merging.FindAsync(kept, CancellationToken.None))!, (await merging.FindAsync(gone, CancellationToken.None))!, new MergeChoice(new HashSet<string>(), "Cùng một mã số thuế, nhập hai lần", null), OfficePeople.By, CancellationToken.None);
        Fill(OrganisationMergeDesk.Address + "/{id}", merge.Id, "");
        _filled["/quan-tri/to-chuc/{code}/gop"] = $"/quan-tri/to-chuc/{kept}/gop?voi={other}";
    }

    /// <summary>Each maker has two of its own: they are merged once.</summary>
    private static async Task<string> OpenAsync(IServiceProvider services, string name)
    {
        var db = services.GetRequiredService<AppDbContext>();
        var id = Guid.CreateVersion7();
        var code = await services.GetRequiredService<IOrganisationRegister>().OpenAsync(id, OrganisationKind.Cooperative, name, shortName: null, [], CancellationToken.None);
        var cooperative = new Cooperative(id, code);
        cooperative.Register(new Registration(null, null, [], RecordTime.Year(2018), null, CooperativeSector.Agriculture, "Trồng lúa", null));
        db.Add(cooperative);
        await db.SaveChangesAsync();
        return code;
    }
}
