package org.sanfen.web;

/** A setting of the site that can't be used; the message is one sentence for the operator, who can mend it. */
public class SiteRefused extends RuntimeException {

    SiteRefused(String sentence) {
        super(sentence);
    }
}
