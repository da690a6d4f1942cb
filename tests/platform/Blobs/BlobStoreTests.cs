using System.Security.Cryptography;
using System.Text;
using Backoffice.Platform.Blobs;
using Backoffice.Platform.Errors;
using Backoffice.Platform.Hosting;
using Backoffice.Testing;
using Grpc.Core;
using Shouldly;
using Xunit;

namespace Backoffice.Platform.Tests.Blobs;

/// <summary>The same promises by a folder and by a bucket.</summary>
public sealed class BlobStoreTests : IAsyncLifetime
{
    private static readonly byte[] Content = Encoding.UTF8.GetBytes("关于做好养老服务工作的通知");
    private static readonly string Hash = Convert.ToHexStringLower(SHA256.HashData(Content));

    private readonly string _folder = Directory.CreateTempSubdirectory("backoffice-blobs-").FullName;
    private RealS3? _s3;

    public static TheoryData<string> Places { get; } =
    [
        "folder",
        new TheoryDataRow<string>("bucket") { Skip = RealS3.IsInstalled ? null : "the S3 server of tests/testing/s3 is not installed" },
    ];

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        if (_s3 is not null)
            await _s3.DisposeAsync();
    }

    [Theory, MemberData(nameof(Places))]
    public async Task What_was_put_is_read_again_under_its_hash(string place)
    {
        var blobs = await OpenAsync(place);
        (await blobs.PutAsync(Content, Stop)).ShouldBe(Hash);
        (await blobs.PutAsync(Content, Stop)).ShouldBe(Hash);
        await using var read = await blobs.OpenAsync(Hash, Stop);
        using var all = new MemoryStream();
        await read!.CopyToAsync(all, Stop);
        all.ToArray().ShouldBe(Content);
        (await blobs.MeasureAsync(Hash, Stop)).ShouldBe(Hash);
    }

    [Theory, MemberData(nameof(Places))]
    public async Task The_same_content_put_by_many_at_once_is_one_whole_blob(string place)
    {
        var blobs = await OpenAsync(place);
        var large = RandomNumberGenerator.GetBytes(1 << 20);
        var names = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => blobs.PutAsync(large, Stop)));
        names.Distinct().Count().ShouldBe(1);
        (await blobs.MeasureAsync(names[0], Stop)).ShouldBe(names[0]);
    }

    [Theory, MemberData(nameof(Places))]
    public async Task A_blob_that_is_not_there_is_none(string place)
    {
        var blobs = await OpenAsync(place);
        (await blobs.OpenAsync(Hash, Stop)).ShouldBeNull();
        (await blobs.MeasureAsync(Hash, Stop)).ShouldBe("");
    }

    [Theory, MemberData(nameof(Places))]
    public async Task Altered_content_measures_otherwise(string place)
    {
        var blobs = await OpenAsync(place);
        await blobs.PutAsync(Content, Stop);
        var kept = Directory.GetFiles(_s3?.Folder ?? _folder, "*", SearchOption.AllDirectories).Single(f => new FileInfo(f).Length == Content.Length);
        var bytes = await File.ReadAllBytesAsync(kept, Stop);
        bytes[0] ^= 1;
        await File.WriteAllBytesAsync(kept, bytes, Stop);
        (await blobs.MeasureAsync(Hash, Stop)).ShouldNotBe(Hash);
    }

    [Theory, MemberData(nameof(Places))]
    public async Task A_name_that_is_no_hash_leads_nowhere(string place)
    {
        var blobs = await OpenAsync(place);
        foreach (var name in new[] { "", "../../etc/passwd", Hash.ToUpperInvariant(), Hash + "0", new string('.', 64) })
            await Should.ThrowAsync<ArgumentException>(() => blobs.OpenAsync(name, Stop));
    }

    [Fact]
    public async Task A_bucket_that_cannot_be_reached_is_said_to_be_unavailable()
    {
        Assert.SkipUnless(RealS3.IsInstalled, "the S3 server of tests/testing/s3 is not installed");
        var blobs = await OpenAsync("bucket");
        await _s3!.StopAsync();
        (await Should.ThrowAsync<Refusal>(() => blobs.PutAsync(Content, Stop))).Code.ShouldBe(StatusCode.Unavailable);
        (await Should.ThrowAsync<Refusal>(() => blobs.OpenAsync(Hash, Stop))).Code.ShouldBe(StatusCode.Unavailable);
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private async Task<IBlobStore> OpenAsync(string place)
    {
        if (place == "folder")
            return new FolderBlobStore(new PlatformOptions { DataFolder = _folder });
        _s3 = await RealS3.StartAsync();
        return new S3BlobStore(new PlatformOptions
        {
            BlobBucket = RealS3.Bucket,
            BlobUrl = _s3.Url,
            BlobAccessKey = RealS3.Key,
            BlobSecretKey = RealS3.Key,
        });
    }
}
