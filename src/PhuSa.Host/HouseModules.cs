using PhuSa.Alliance;
using PhuSa.Cooperatives;
using PhuSa.Events;
using PhuSa.Files;
using PhuSa.Identity;
using PhuSa.Marks;
using PhuSa.Office;
using PhuSa.Organisations;
using PhuSa.Papers;
using PhuSa.Places;
using PhuSa.Platform;
using PhuSa.Portal;
using PhuSa.Programmes;
using PhuSa.Support;
using PhuSa.Technology;

namespace PhuSa.Host;

/// <summary>Every module of the house. The host knows them all and holds no rule of theirs.</summary>
internal static class HouseModules
{
    public static IReadOnlyList<IModule> All { get; } =
    [
        new PlacesModule(),
        new OrganisationsModule(),
        new IdentityModule(),
        new FilesModule(),
        new OfficeModule(),
        new PapersModule(),
        new CooperativesModule(),
        new AllianceModule(),
        new MarksModule(),
        new EventsModule(),
        new TechnologyModule(),
        new SupportModule(),
        new ProgrammesModule(),
        new PortalModule(),
    ];
}
