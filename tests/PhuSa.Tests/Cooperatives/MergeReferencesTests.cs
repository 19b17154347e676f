using Microsoft.Extensions.DependencyInjection;
using PhuSa.Platform.Data;
using PhuSa.Platform.Organisations;

namespace PhuSa.Tests.Cooperatives;

/// <summary>Nothing that names an organisation is forgotten when two files are merged.</summary>
public sealed class MergeReferencesTests
{
    [Fact]
    public async Task Every_value_that_names_an_organisation_follows_or_is_known_to_be_something_else()
    {
        // Of whom it is, where it is no organisation of the register: people, places, papers, rows of the own module, offices (which are never merged).
        string[] others =
        [
            "PlaceId", "PersonId", "PaperId", "DecisionId", "MarkId", "RegulationId", "SchemeId", "SchemeVersionId", "ReplyId", "ApplicationId", "EventId", "BookId", "HandlerId", "AnswerId", "ProgrammeId", "ReviewId",
            "PlanId", "CarriedFromId", "FormKey", "AssigneeId", "ArticleId", "FileId", "ApproverId", "OpenerId", "RevisionId", "WriterId", "OpenRevisionId", "CategoryId", "StepId", "GoneId", "KeptId", "MergedIntoId", "IntakeId",
            "UserId", "EntryId", "TakenInByPersonId", "SeriesId", "ActsAsId", "ParentId", "NewId", "OldId", "KeyId", "AppointmentId", "Epoch", "KindId", "MemorandumId", "ProductId", "LetterId", "GrantId",
            "DeclarationId", "ReversesId", "RequestId", "ContractId", "BatchId", "ReportId", "ScanId",
        ];
        string[] offices = ["KeptLayout.OrganisationId", "RegistryIntake.OrganisationId", "PaperBook.IssuerId", "IncomingPaper.OrganisationId", "PaperTemplate.OrganisationId", "Site.OwnerId", "KeptFile.OwnerId", "JournalEntry.OrganisationId", "JournalEntry.RecordId", "SearchChange.RecordId", "IntakeMark.CooperativeId", "ImportedRow.Key", "SignInSession.OrganisationId"];
        await using var app = await App.StartAsync(empty: true);
        await app.InScopeAsync(services =>
        {
            var named = services.GetServices<IOrganisationMerge>().OfType<OrganisationReferences>().SelectMany(module => module.References).Select(reference => $"{reference.Record.Name}.{reference.Column}").ToHashSet();
            var unknown = services.GetRequiredService<AppDbContext>().Model.GetEntityTypes().Where(type => !type.IsOwned())
                .SelectMany(type => type.GetProperties().Where(p => (Nullable.GetUnderlyingType(p.ClrType) ?? p.ClrType) == typeof(Guid) && p.Name != "Id" && !others.Contains(p.Name)).Select(p => $"{type.ClrType.Name}.{p.Name}"))
                .Where(value => !named.Contains(value) && !offices.Contains(value)).Order().ToList();
            Assert.True(unknown.Count == 0, $"Say in the module's {nameof(OrganisationReferences)} that these follow a merge, or here that they name no organisation of the register: {string.Join(", ", unknown)}");
            return Task.FromResult(true);
        });
    }
}
