package org.xincheng.portal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.xincheng.identity.OpenToEverybody;
import org.xincheng.notice.print.VerifyCode;

/**
 * Whether a letter is genuine and in force, for whoever holds the paper or the file. The code on it leads here; it cannot be made from the
 * letter's number. A file is read once for its hash, opened by nobody and kept nowhere.
 */
@Controller
@RequestMapping("/verify")
@OpenToEverybody
class VerifyPage {

    private final Verifications verifications;

    VerifyPage(Verifications verifications) {
        this.verifications = verifications;
    }

    /** What could not be answered; each has a sentence in the messages. */
    private enum Miss {
        NOTHING_GIVEN,
        NO_CODE,
        UNKNOWN_CODE,
        UNKNOWN_FILE
    }

    /** The form. */
    @GetMapping
    ModelAndView form(Model model) {
        return page("", model, HttpStatus.OK);
    }

    /** The letter of a code; 404 with the form where there is none. */
    @GetMapping("/{code}")
    ModelAndView letter(@PathVariable String code, Model model) {
        return answer(code, VerifyCode.read(code).flatMap(verifications::byCode), Miss.UNKNOWN_CODE, model);
    }

    /** A code, a file, or both as they were handed in. */
    @PostMapping
    ModelAndView verify(
            @RequestParam(defaultValue = "") String code,
            @RequestParam(required = false) MultipartFile file,
            Model model) {
        // The whole address may have been read from the paper by another program.
        var typed = code.strip().substring(code.strip().lastIndexOf('/') + 1);
        var read = VerifyCode.read(typed);
        var given = Optional.ofNullable(file).filter(uploaded -> !uploaded.isEmpty());
        if (!typed.isEmpty() && read.isEmpty()) {
            return miss(typed, Miss.NO_CODE, HttpStatus.UNPROCESSABLE_ENTITY, model);
        }
        if (given.isEmpty()) {
            return read.map(known -> new ModelAndView("redirect:/verify/" + known.text()))
                    .orElseGet(() -> miss("", Miss.NOTHING_GIVEN, HttpStatus.UNPROCESSABLE_ENTITY, model));
        }
        try (InputStream bytes = given.get().getInputStream()) {
            return read.isPresent()
                    ? answer(typed, verifications.byCodeAndFile(read.get(), bytes), Miss.UNKNOWN_CODE, model)
                    : answer("", verifications.byFile(bytes), Miss.UNKNOWN_FILE, model);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ModelAndView answer(String typed, Optional<Verification> found, Miss otherwise, Model model) {
        if (found.isEmpty()) {
            return miss(typed, otherwise, HttpStatus.NOT_FOUND, model);
        }
        model.addAttribute("found", found.get());
        return page(found.get().code(), model, HttpStatus.OK);
    }

    private static ModelAndView miss(String typed, Miss miss, HttpStatus status, Model model) {
        model.addAttribute("miss", miss.name());
        return page(typed, model, status);
    }

    private static ModelAndView page(String typed, Model model, HttpStatus status) {
        model.addAttribute("nav", "verify");
        model.addAttribute("code", typed);
        return new ModelAndView("verify", model.asMap(), status);
    }
}
