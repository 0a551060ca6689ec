def page_to_recognised_layer(page):
    return None
