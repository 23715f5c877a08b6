package org.xincheng.platform.demo;

import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.context.annotation.Profile;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.xincheng.identity.Requires;
import org.xincheng.identity.Right;
import org.xincheng.platform.headers.SecurityHeaders;
import org.xincheng.platform.web.InlineStyles;

/** {@code /demo/mail}: shows what would have been mailed. For those who may read letters. */
@Controller
@Profile({"demo", "test"})
@RequestMapping("/demo/mail")
@Requires(Right.READ_DEMO_MAIL)
class DemoMailController {

    private static final int PAGE_SIZE = 50;

    /** A mail's HTML is shown without scripts, forms, and anything from elsewhere. */
    private static final String BODY_POLICY = "sandbox; default-src 'none'; style-src %s; img-src data:";

    private final DemoMailbox mailbox;

    DemoMailController(DemoMailbox mailbox) {
        this.mailbox = mailbox;
    }

    @GetMapping
    String list(@RequestParam(name = "page", defaultValue = "1") int page, Model model) {
        List<DemoMail> mails = mailbox.newestFirst();
        int pages = Math.max(1, (mails.size() + PAGE_SIZE - 1) / PAGE_SIZE);
        int shown = Math.min(Math.max(page, 1), pages);
        model.addAttribute("total", mails.size());
        model.addAttribute("page", shown);
        model.addAttribute("pages", pages);
        model.addAttribute("mails", mails.subList((shown - 1) * PAGE_SIZE, Math.min(shown * PAGE_SIZE, mails.size())));
        return "demo-mails";
    }

    @GetMapping("/{id}")
    String show(@PathVariable("id") String id, Model model) {
        model.addAttribute("mail", mail(id));
        return "demo-mail";
    }

    @GetMapping("/{id}/body")
    ResponseEntity<String> body(@PathVariable("id") String id, HttpServletResponse response) {
        DemoMail mail = mail(id);
        MediaType type =
                new MediaType(mail.html() ? MediaType.TEXT_HTML : MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);
        response.setHeader(SecurityHeaders.CONTENT_POLICY, BODY_POLICY.formatted(InlineStyles.sources(mail.body())));
        return ResponseEntity.ok().contentType(type).body(mail.body());
    }

    @GetMapping("/{id}/attachments/{index}")
    ResponseEntity<byte[]> attachment(@PathVariable("id") String id, @PathVariable("index") int index) {
        List<DemoMail.Attachment> attachments = mail(id).attachments();
        if (index < 0 || index >= attachments.size()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        DemoMail.Attachment attachment = attachments.get(index);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(attachment.name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(attachment.content());
    }

    private DemoMail mail(String id) {
        return mailbox.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
