using System.Text;

namespace PhuSa.Tests.CommandLine;

/// <summary>Gives each test that runs a verb standard streams of its own, while others run theirs beside it.</summary>
internal static class Terminal
{
    private static readonly AsyncLocal<(StringWriter Out, StringWriter Error)?> Current = new();

    static Terminal()
    {
        Console.SetOut(new Passing(Console.Out, () => Current.Value?.Out));
        Console.SetError(new Passing(Console.Error, () => Current.Value?.Error));
    }

    /// <returns>What the verb ended with and what it wrote.</returns>
    public static async Task<(int Code, string Out, string Error)> RunAsync(Func<Task<int>> verb)
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        Current.Value = (output, error);
        return (await verb(), output.ToString(), error.ToString());
    }

    private sealed class Passing(TextWriter otherwise, Func<TextWriter?> mine) : TextWriter
    {
        public override Encoding Encoding => otherwise.Encoding;

        private TextWriter To => mine() ?? otherwise;

        public override void Write(char value) => To.Write(value);

        public override void Write(char[] buffer, int index, int count) => To.Write(buffer, index, count);

        public override void Write(string? value) => To.Write(value);

        public override void Flush() => To.Flush();
    }
}
