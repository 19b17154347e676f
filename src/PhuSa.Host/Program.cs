using System.Text;
using PhuSa.Host.Commands;

// A terminal that is not UTF-8 would turn every Vietnamese letter into a question mark.
Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
return await PhuSaCommands.RunAsync(args);

/// <summary>The entry point; tests start the product through it.</summary>
public partial class Program;
