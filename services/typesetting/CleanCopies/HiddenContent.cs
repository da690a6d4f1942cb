namespace Backoffice.Typesetting.CleanCopies;

/// <summary>What a file can hold besides what it shows.</summary>
public enum HiddenKind
{
    /// <summary>修订: tracked changes.</summary>
    Revision,

    /// <summary>批注</summary>
    Comment,

    /// <summary>作者、单位: who wrote, changed or commented.</summary>
    Author,

    /// <summary>隐藏文字: hidden characters, sheets and layers.</summary>
    HiddenText,

    /// <summary>修订标识 (rsid): which passages were written in one sitting.</summary>
    RevisionMark,

    /// <summary>自定义属性</summary>
    CustomProperty,

    /// <summary>嵌入对象: whole files behind a picture, and programs.</summary>
    EmbeddedObject,

    /// <summary>外部引用: what is fetched from elsewhere when the file is opened.</summary>
    ExternalReference,

    /// <summary>较早版本: what an update in place has left of the file before.</summary>
    EarlierVersion,

    /// <summary>附带文件: files attached to a PDF.</summary>
    AttachedFile,
}

/// <summary>One kind of hidden content, and how often it was found.</summary>
public sealed record HiddenContent(HiddenKind Kind, int Count);

/// <summary>The file cannot be opened, or not be cleaned; the message says why, for the person who sent it.</summary>
public sealed class FileNotCleanedException(string why, Exception? inner = null) : Exception(why, inner);
