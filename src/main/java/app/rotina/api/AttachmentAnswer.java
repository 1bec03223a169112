package app.rotina.api;

import app.rotina.state.Attachment;
import java.nio.charset.StandardCharsets;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * An attached file as it is handed out: pictures and PDF to be shown, anything else to be kept; a
 * browser neither guesses what it is nor runs anything in it.
 */
public final class AttachmentAnswer {
    private static final String NOTHING_RUNS =
            "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; object-src 'self';"
                    + " frame-ancestors 'none'; sandbox";

    private AttachmentAnswer() {}

    public static ResponseEntity<byte[]> of(Attachment file, byte[] content) {
        ContentDisposition.Builder disposition =
                file.kind().shown() ? ContentDisposition.inline() : ContentDisposition.attachment();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(file.kind().mediaType()))
                .cacheControl(CacheControl.noStore())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", NOTHING_RUNS)
                .header("Cross-Origin-Resource-Policy", "same-origin")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        disposition
                                .filename(file.name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(content);
    }
}
