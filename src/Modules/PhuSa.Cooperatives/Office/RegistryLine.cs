using Microsoft.EntityFrameworkCore;
using PhuSa.Cooperatives.Registry;
using PhuSa.Cooperatives.Sizes;
using PhuSa.Organisations.Contracts;
using PhuSa.Platform.Data;
using PhuSa.Platform.Rules;

namespace PhuSa.Cooperatives.Office;

/// <summary>A cooperative as the office's list has it: filtered, counted and sorted in the database.</summary>
internal sealed record RegistryLine
{
    public Guid Id { get; init; }

    public string Code { get; init; } = "";

    public OrganisationKind Kind { get; init; }

    public string Name { get; init; } = "";

    public string NameOrder { get; init; } = "";

    public string SearchText { get; init; } = "";

    public CooperativeStatus Status { get; init; }

    public DateOnly? StatusOn { get; init; }

    public CooperativeSector? Sector { get; init; }

    public string? Field { get; init; }

    public IReadOnlyList<string> Products { get; init; } = [];

    public SizeClass Size { get; init; }

    public int? SizeYear { get; init; }

    public string? RegistrationNumber { get; init; }

    public string? RegistrationBody { get; init; }

    public required RecordTime Founded { get; init; }

    public string? PlaceText { get; init; }

    public string PlaceSearchText { get; init; } = "";

    public Guid? PlaceId { get; init; }

    public bool NoNumber { get; init; }

    public bool NoFounding { get; init; }

    public bool NoPlace { get; init; }

    public bool NoSector { get; init; }

    public bool NoStatus { get; init; }

    public bool NoPhone { get; init; }

    public bool NoMembers { get; init; }

    public bool NoLeader { get; init; }

    /// <summary>A certificate of others is valid today; one without a last day may or may not be.</summary>
    public bool CertifiedToday { get; init; }

    /// <summary>A certificate that is valid today ends soon.</summary>
    public bool CertifiedNotForLong { get; init; }

    /// <summary>A certificate has ended.</summary>
    public bool CertifiedOnce { get; init; }

    /// <summary>How many of the eight things that every file should say are missing.</summary>
    public int Gaps =>
        One(NoNumber) + One(NoFounding) + One(NoPlace) + One(NoSector) + One(NoStatus) + One(NoPhone) + One(NoMembers) + One(NoLeader);

    private static int One(bool missing) => missing ? 1 : 0;
}

/// <summary>The query behind the office's list.</summary>
internal static class RegistryLines
{
    private const int SoonDays = 90;

    /// <param name="today">On which day the leaders serve and the certificates are valid.</param>
    public static IQueryable<RegistryLine> Of(AppDbContext db, IOrganisations organisations, DateOnly today) => Of(db, organisations, today, today.AddDays(SoonDays));

    private static IQueryable<RegistryLine> Of(AppDbContext db, IOrganisations organisations, DateOnly today, DateOnly soon) => db.Set<Cooperative>().AsNoTracking()
        .Join(organisations.Rows, c => c.Id, o => o.Id, (c, o) => new RegistryLine
        {
            Id = c.Id,
            Code = c.Code,
            Kind = o.Kind,
            Name = o.Name,
            NameOrder = o.NameOrder,
            SearchText = o.SearchText,
            Status = c.Status,
            StatusOn = c.StatusOn,
            Sector = c.Sector,
            Field = c.Field,
            Products = c.Products,
            Size = c.Size,
            SizeYear = c.SizeYear,
            RegistrationNumber = c.RegistrationNumber,
            RegistrationBody = c.RegistrationBody,
            Founded = c.Founded,
            PlaceText = c.PlaceText,
            PlaceSearchText = c.PlaceSearchText,
            PlaceId = c.PlaceId,
            NoNumber = c.RegistrationNumber == null,
            NoFounding = c.Founded.Precision == Precision.Unknown,
            NoPlace = c.PlaceText == null && c.PlaceId == null,
            NoSector = c.Sector == null,
            NoStatus = c.Status == CooperativeStatus.Unknown,
            NoPhone = !db.Set<CooperativeContact>().Any(contact => contact.Id == c.Id && contact.Phone != null),
            NoMembers = !db.Set<CooperativeYear>().Any(year => year.CooperativeId == c.Id && year.OfficialMembers != null),
            NoLeader = !db.Set<BoardMember>().Any(m => m.CooperativeId == c.Id && (m.Role == BoardRole.Director || m.Role == BoardRole.Chair) && (m.From == null || m.From <= today) && (m.To == null || m.To >= today)),
            CertifiedToday = db.Set<HeldCertificate>().Any(held => held.CooperativeId == c.Id && (held.IssuedOn == null || held.IssuedOn <= today) && held.ExpiresOn >= today),
            CertifiedNotForLong = db.Set<HeldCertificate>().Any(held => held.CooperativeId == c.Id && (held.IssuedOn == null || held.IssuedOn <= today) && held.ExpiresOn >= today && held.ExpiresOn <= soon),
            CertifiedOnce = db.Set<HeldCertificate>().Any(held => held.CooperativeId == c.Id && held.ExpiresOn < today),
        });
}
