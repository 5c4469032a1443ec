"""Errors of the key and of the address."""

from clockify_desktop.api.errors.request_info import ClockifyError


class CredentialError(ClockifyError):
    """Clockify does not accept the key."""

    says = "Clockify does not accept the key"
    advises = "Make a new key in your profile settings in Clockify and enter it here."


class KeyUnknownError(CredentialError):
    """401 code 4003: no such key at this host."""

    says = "The key is not known at {host}"
    advises = (
        "Check the region: a workspace in another region or with a subdomain has keys"
        " of its own. Otherwise copy the key anew from your profile settings."
    )


class KeyMissingError(CredentialError):
    """401 code 1000: no key arrived, or two kinds."""

    says = "No key arrived at {host}"
    advises = (
        "Enter the key again. If a proxy or firewall stands between, ask whether it"
        " removes headers."
    )


class TokenRefusedError(CredentialError):
    """401 code 4017: an add-on token that is not valid."""

    says = "The add-on token is not valid at {host}"
    advises = "Tokens expire: take a new one from the add-on's installation."


class AddressError(ClockifyError):
    """The address of the request is not the right one."""

    says = "{host} is not the right address"
    advises = "Check the region or the addresses of this account."


class NotClockifyError(AddressError):
    """404 code 3000, a web page, or anything else that Clockify does not send."""

    says = "No Clockify server answers at {host}"
    advises = (
        "Check the address with its prefix, such as /api/v1. A sign-in page of the"
        " network in between also looks like this: open a browser first."
    )


class RedirectedError(AddressError):
    """A 3xx; following it could send the key to another host."""

    says = "{host} sends requests on to another address"
    advises = "The key was not sent there. Enter the final address of this server."


class UnlistedCallError(AddressError):
    """A request that is not on the list of endpoints; it was not sent."""

    says = "A request that this program never makes was stopped"
    advises = "Nothing was sent. Please report this: it is a mistake of the program."


class ForeignAddressError(AddressError):
    """A request to anywhere but the two chosen hosts; it was not sent."""

    says = "A request to another address was stopped"
    advises = "Nothing was sent. Please report this: it is a mistake of the program."
