using Backoffice.Archive.V1;
using Backoffice.Platform.Search;
using Backoffice.Platform.Storage;
using Backoffice.Regulations.Numbering;

namespace Backoffice.Archive.ArchiveItems;

/// <summary>Where items come to stand, whoever files them: numbered in their class, found by their text, and told of.</summary>
internal sealed class Shelf(ArchiveDb db, ArchiveOptions options)
{
    /// <summary>The index of everything an item can be found by.</summary>
    public static readonly TextIndex Index = new("archive_item_index");

    /// <summary>Who reads the archive reads all of it: the contract's roles decide, and the index knows one reader.</summary>
    public static readonly string[] Readers = ["archive"];

    private const string OrderRow = "archive-order";

    /// <summary>The next place in the order of filing.</summary>
    public static Task<long> NextPlaceAsync(Turn turn) => turn.NextNumberAsync(OrderRow);

    /// <summary>Gives the item the next number of its class and enters it.</summary>
    /// <param name="text">What it is found by besides title, number and creator.</param>
    public async Task EnterAsync(Turn turn, ArchiveItem item, string text, CancellationToken stop)
    {
        var place = item.ClassIn(options.FondsCode);
        item.Number(new ReferenceCode(place, await turn.NextNumberAsync(place.Row)));
        db.ArchiveItems.Add(item);
        await Index.PutAsync(db, item.OrderKey, [item.Title, item.DocumentNumber, item.Creator, text], Readers, stop);
        turn.Publish(new ArchiveItemFiled { ArchiveItem = item.ToProto(withTitle: false) });
    }
}
