using System.Text;
using Microsoft.EntityFrameworkCore;
using PhuSa.Identity.Contracts;
using PhuSa.Identity.SignIn;
using PhuSa.Organisations.Contracts;
using PhuSa.Platform.Data;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Rules;

namespace PhuSa.Identity.People;

/// <summary>The command line's door to accounts.</summary>
internal sealed class Accounts(AppDbContext db, PeopleList list, AccountRegister register, PasswordCheck check, IOrganisations organisations) : IAccounts
{
    /// <summary>Roles by the word that stands for them at a terminal.</summary>
    public static IReadOnlyDictionary<string, Role> RolesByWord { get; } = Enum.GetValues<Role>().ToDictionary(WordOf, StringComparer.Ordinal);

    public async Task<IReadOnlyList<AccountRow>> ListAsync(CancellationToken cancellationToken)
    {
        var people = PeopleList.InOrder(await list.OfAsync(new PeopleFilter(), cancellationToken));
        return
        [
            .. (await list.RowsAsync(people, cancellationToken)).Select(person => new AccountRow(
                person.Name,
                person.Email,
                person.Phone is { } phone ? PhoneNumber.Written(phone) : null,
                string.Join("; ", person.ActsFor.Select(a => $"{a.Organisation ?? "Hệ thống"}: {string.Join(", ", a.Roles.Select(RoleWords.Of))}")),
                PersonFlow.Table[person.Status].PublicName,
                person.LastSignInAt)),
        ];
    }

    public async Task<string> AddAsync(AccountRequest request, CancellationToken cancellationToken)
    {
        var name = SignInAddress.NameOf(request.Name);
        if (name.Length is 0 or > Person.NameMaxLength)
        {
            throw new RefusedException("Nhập họ và tên, tối đa {0} ký tự.", Person.NameMaxLength);
        }

        var address = SignInAddress.Read(request.Email, request.Phone);
        var organisationId = request.Organisation is { } code ? await OrganisationAsync(code, cancellationToken) : (Guid?)null;
        var password = OneTimePassword.New();
        await register.AddAsync(new NewAccount(name, address, organisationId, [.. request.Roles.Select(RoleOf)]), password, cancellationToken);
        return password;
    }

    public async Task DisableAsync(string login, string? why, CancellationToken cancellationToken) =>
        await register.DisableAsync(await PersonAsync(login, cancellationToken), Reason(why), cancellationToken);

    public async Task EnableAsync(string login, string? why, CancellationToken cancellationToken) =>
        await register.EnableAsync(await PersonAsync(login, cancellationToken), why, cancellationToken);

    public async Task<string> ResetAsync(string login, string? why, bool removeSecondFactor, CancellationToken cancellationToken) =>
        await register.ResetPasswordAsync(await PersonAsync(login, cancellationToken), Reason(why), !removeSecondFactor, cancellationToken);

    private static string Reason(string? why) => why?.Trim() switch
    {
        null or "" => throw new RefusedException("Nhập lý do."),
        { Length: > Step.WhyMaxLength } => throw new RefusedException("Lý do dài tối đa {0} ký tự.", Step.WhyMaxLength),
        var reason => reason,
    };

    private static Role RoleOf(string word) => RolesByWord.TryGetValue(word, out var role) ? role
        : throw new RefusedException("Không có vai trò “{0}”. Các vai trò: {1}.", word, string.Join(", ", RolesByWord.Keys));

    /// <summary>DepartmentOfficer → department-officer.</summary>
    private static string WordOf(Role role)
    {
        var word = new StringBuilder();
        foreach (var letter in role.ToString())
        {
            if (char.IsUpper(letter) && word.Length > 0)
            {
                word.Append('-');
            }

            word.Append(char.ToLowerInvariant(letter));
        }

        return word.ToString();
    }

    private async Task<Guid> OrganisationAsync(string code, CancellationToken cancellationToken) =>
        await organisations.Rows.Where(o => o.Code == code).Select(o => (Guid?)o.Id).SingleOrDefaultAsync(cancellationToken)
        ?? throw new RefusedException("Không có tổ chức nào mang mã “{0}”.", code);

    private async Task<Person> PersonAsync(string login, CancellationToken cancellationToken)
    {
        var person = await check.FindAsync(login, cancellationToken);
        return person is { Status: not PersonStatus.Erased } ? await db.Set<Person>().SingleAsync(p => p.Id == person.Id, cancellationToken)
            : throw new RefusedException("Không có tài khoản nào dùng “{0}”.", login);
    }
}
