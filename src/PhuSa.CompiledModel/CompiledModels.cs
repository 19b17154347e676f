using Microsoft.EntityFrameworkCore.Metadata;
using PhuSa.Platform.Data;

namespace PhuSa.CompiledModel;

/// <summary>The model of the records of each database, written by <c>scripts/migrate</c>: making it costs a start a quarter of its time (docs/adr/0016).</summary>
public static class CompiledModels
{
#if WITHOUT_MODEL
    public static IModel? Of(DatabaseKind kind) => null;
#else
    public static IModel? Of(DatabaseKind kind) => kind == DatabaseKind.Sqlite ? Sqlite.AppDbContextModel.Instance : Postgres.AppDbContextModel.Instance;
#endif
}
