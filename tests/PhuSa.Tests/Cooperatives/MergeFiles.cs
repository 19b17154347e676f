using PhuSa.Cooperatives.Office;
using PhuSa.Cooperatives.Registry;
using PhuSa.Cooperatives.Sizes;

namespace PhuSa.Tests.Cooperatives;

/// <summary>What two files hold before they become one.</summary>
internal static class MergeFiles
{
    public static async Task FillAsync(RegistryHouse house)
    {
        await Fill("htx-an-binh", "1611000001", "Trồng lúa", "0912111001", 2024, 120);
        await Fill("htx-long-binh", "1611000002", "Trồng xoài", "0912111002", 2024, 99);
        await house.ChangeAsync("htx-long-binh", (db, c) =>
        {
            db.Add(Year(c.Id, 2023, 80));
            var member = new BoardMember(Guid.CreateVersion7(), c.Id);
            member.Describe(new BoardContent("Lê Thị Mẫu", BoardRole.Director, null, null, null));
            db.Add(member);
        });

        Task Fill(string code, string number, string field, string phone, int year, int members) => house.ChangeAsync(code, (db, c) =>
        {
            c.Register(new Registration(null, number, [], c.Founded, null, CooperativeSector.Agriculture, field, c.Source));
            var contact = new CooperativeContact(c.Id);
            contact.Describe(new ContactContent(null, phone, null, null, null, null, null));
            db.Add(contact);
            var told = Year(c.Id, year, members);
            db.Add(told);
            c.Classify([told], new DateOnly(2026, 7, 1), SizeScale.BuiltIn);
        });
    }

    public static CooperativeYear Year(Guid id, int year, int members)
    {
        var told = new CooperativeYear(Guid.CreateVersion7(), id, year);
        told.Describe(new YearContent(members, null, null, null, null, null));
        return told;
    }
}
