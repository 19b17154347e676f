namespace PhuSa.Platform.Data;

/// <summary>The two databases the product runs on.</summary>
public enum DatabaseKind
{
    Sqlite,
    Postgres,
}
