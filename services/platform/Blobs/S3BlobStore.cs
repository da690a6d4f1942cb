using System.Net;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using Backoffice.Platform.Errors;
using Backoffice.Platform.Hosting;

namespace Backoffice.Platform.Blobs;

/// <summary>Blobs in a bucket that speaks S3, which all replicas of a service share. An upload is visible when it is whole.</summary>
internal sealed class S3BlobStore(PlatformOptions options) : IBlobStore, IDisposable
{
    private readonly AmazonS3Client _s3 = new(options.BlobAccessKey, options.BlobSecretKey, new AmazonS3Config
    {
        ServiceURL = options.BlobUrl,
        AuthenticationRegion = options.BlobRegion,
        // Stores on premises have one host name for all buckets.
        ForcePathStyle = true,
        // The name is a stronger checksum than those the client would add, and not every store knows them.
        RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED,
        ResponseChecksumValidation = ResponseChecksumValidation.WHEN_REQUIRED,
        Timeout = TimeSpan.FromSeconds(20),
        MaxErrorRetry = 2,
    });

    public Task<string> PutAsync(ReadOnlyMemory<byte> content, CancellationToken stop) => ReachAsync(async () =>
    {
        var hash = BlobName.Of(content);
        if (await ExistsAsync(hash, stop))
            return hash;
        using var upload = new MemoryStream(content.ToArray(), writable: false);
        await _s3.PutObjectAsync(
            new PutObjectRequest { BucketName = options.BlobBucket, Key = BlobName.PathOf(hash), InputStream = upload, UseChunkEncoding = false }, stop);
        return hash;
    });

    public Task<Stream?> OpenAsync(string hash, CancellationToken stop) => ReachAsync(async () =>
    {
        try
        {
            // Of a range, be it all, the client does not check the store's own checksum: altered content is to be read and named.
            var all = new GetObjectRequest { BucketName = options.BlobBucket, Key = BlobName.PathOf(hash), ByteRange = new ByteRange("bytes=0-") };
            return (Stream?)(await _s3.GetObjectAsync(all, stop)).ResponseStream;
        }
        catch (AmazonS3Exception e) when (e.StatusCode == HttpStatusCode.NotFound)
        {
            return null;
        }
    });

    public void Dispose() => _s3.Dispose();

    private async Task<bool> ExistsAsync(string hash, CancellationToken stop)
    {
        try
        {
            await _s3.GetObjectMetadataAsync(options.BlobBucket, BlobName.PathOf(hash), stop);
            return true;
        }
        catch (AmazonS3Exception e) when (e.StatusCode == HttpStatusCode.NotFound)
        {
            return false;
        }
    }

    private static async Task<T> ReachAsync<T>(Func<Task<T>> work)
    {
        try
        {
            return await work();
        }
        catch (Exception e) when (e is AmazonServiceException or AmazonClientException or HttpRequestException)
        {
            throw PlatformErrors.Unavailable("blobs");
        }
    }
}
