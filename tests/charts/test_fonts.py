import threading

from clockify_desktop.charts.fonts import font_chain


def test_no_two_threads_share_a_font() -> None:
    fonts = [font_chain(bold=True).font]

    def take() -> None:
        fonts.append(font_chain(bold=True).font)

    thread = threading.Thread(target=take)
    thread.start()
    thread.join()
    assert fonts[0] is not fonts[1]
    assert font_chain(bold=True).font is fonts[0]
