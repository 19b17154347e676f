using System.Globalization;
using System.Resources;
using PhuSa.Documents.Sheets;

namespace PhuSa.Tests.Documents;

public sealed class DocumentSentencesTests
{
    [Fact]
    public void Every_refusal_of_a_spreadsheet_has_an_English_sentence_with_the_same_places()
    {
        var english = new ResourceManager("PhuSa.Documents.Strings", typeof(UnreadableSheetException).Assembly);
        UnreadableSheetException[] refusals =
        [
            UnreadableSheetException.Damaged(), UnreadableSheetException.NotXlsx(), UnreadableSheetException.OldOrLocked(),
            UnreadableSheetException.TooLarge(), UnreadableSheetException.TooWide(1000), UnreadableSheetException.NoSheet("HTX"),
        ];

        Assert.All(refusals, refusal =>
        {
            var sentence = english.GetString(refusal.Sentence, CultureInfo.GetCultureInfo("en"));
            Assert.NotNull(sentence);
            Assert.Equal(refusal.Sentence.Contains("{0", StringComparison.Ordinal), sentence.Contains("{0", StringComparison.Ordinal));
        });
    }
}
